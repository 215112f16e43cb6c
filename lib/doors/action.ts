import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { visitorOf } from '@/lib/auth/visitor';
import type { Actor } from '@/lib/authz/actor';
import type { Guard, GuardFacts } from '@/lib/authz/guards';
import { write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { toAppError } from '@/lib/db/unexpected';
import { actionName } from '@/lib/doors/door-name';
import { requireOwner } from '@/lib/doors/owner';
import { tellRefusal } from '@/lib/doors/told-refusal';
import type { EditCheck } from '@/lib/edits/edit';
import { AppError, conflict } from '@/lib/errors';
import type { FormAction, FormState } from '@/lib/forms/form-state';
import { formInput, sentForm } from '@/lib/forms/form-values';
import { isMark, markOf, onceField, ownerField, versionField } from '@/lib/forms/marks';
import { typedValues } from '@/lib/forms/typed-values';
import { parseInput } from '@/lib/forms/validation';
import { addressHeader } from '@/lib/http/address-header';
import { requestIdOf } from '@/lib/http/request-id';
import { refuseForeignOrigin } from '@/lib/http/same-origin';
import { wordsOf } from '@/lib/i18n/error-texts';
import { type Locale, localeCookie } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';
import { formKeyOf } from '@/lib/idempotency/key';
import { answerOnce } from '@/lib/idempotency/once';
import type { Calling } from '@/lib/log';

type ActionDoor<W extends Actor, I extends z.ZodObject, O extends z.ZodType, T extends z.input<O>> = {
  guard: Guard<W>;
  input: I;
  run: (db: WriteDb, input: z.output<I>, actor: W) => Promise<T>;
  /** Slow work on the input before the transaction, such as hashing a password in it. */
  prepare?: (input: z.output<I>, actor: W) => Promise<z.output<I>>;
  /** Slow work before the transaction, on which the command relies, such as opening fonts. */
  ready?: () => Promise<unknown>;
  /** What the form changes of an existing record; the form carries the version that it showed. */
  edits?: EditCheck<z.output<I>, NoInfer<W>>;
  /** The schema of the result sent to the browser; fields outside it are not sent. Without it nothing is sent. */
  answer?: O;
  /**
   * Whether the page is rendered again after success, the default. Not where the page shows nothing that the action changes: a
   * rendering that arrives while the address of an open photo changes makes Next load the page anew.
   */
  refreshes?: boolean;
  /** The path after success; without it the form state is `done`. */
  redirectTo?: string | ((result: T) => string);
  /**
   * Whether a form that carries a key (onceField) takes effect once within 24 hours: where the answer was lost, or a button was
   * pressed twice, the second one leads to the path of the first (docs/decisions/0057-forms-of-money-take-effect-once.md).
   */
  once?: boolean;
};

/** The metadata of an action's door. `guard` is null for a login action, which proves its caller itself. */
export type ActionFacts = { guard: GuardFacts | null; input: z.ZodObject; answer: z.ZodType | null; edits: boolean };

/** A server action that a door made. */
export type DoorAction<T> = FormAction<T> & { readonly door: ActionFacts };

/** The type of an action's answer; never without one. */
type Answer<O extends z.ZodType> = z.ZodUnknown extends O ? never : z.output<O>;

/**
 * The door for the app's own forms: origin, guard, owner of the form, input, one transaction, version of the record. A refusal is
 * returned as a FormState with the typed values. Server actions are public POSTs: the guard proves the identity, the schema the
 * shape, the wall the right.
 */
export function defineAction<
  W extends Actor,
  I extends z.ZodObject,
  O extends z.ZodType = z.ZodUnknown,
  T extends z.input<O> = z.input<O>,
>(door: ActionDoor<W, I, O, T>): DoorAction<Answer<O>> {
  const {
    guard,
    input: schema,
    run,
    prepare,
    ready,
    edits,
    answer = null,
    refreshes = true,
    redirectTo,
    once: takesEffectOnce = false,
  } = door;
  const pathOf = (result: T) => (typeof redirectTo === 'function' ? redirectTo(result) : (redirectTo ?? null));
  const action = async (_state: FormState, sent: FormData): Promise<FormState<Answer<O>>> => {
    const data = sentForm(sent);
    let path: string | null;
    let result: T | undefined;
    let known: W | null = null;
    try {
      const actor = guard(await callingVisitor());
      known = actor;
      requireOwner(markOf(data, ownerField), actor);
      const parsed = parseInput(schema, formInput(schema, data, await pageLocale()));
      const input = prepare ? await prepare(parsed, actor) : parsed;
      await ready?.();
      const key = takesEffectOnce ? formKeyOf(markOf(data, onceField), actor.userId) : null;
      const fields = [...data].filter(([name]) => !isMark(name));
      const done = await answerOnce(actor, key, fields, (once) =>
        write(actor, async (db) => {
          await edits?.requireUnchanged(db, input, actor, markOf(data, versionField));
          return once(db, () => run(db, input, actor), pathOf);
        }),
      );
      // The stored answer is the path of the first.
      path = done.repeated ? String(done.answer) : pathOf(done.result);
      if (!done.repeated) result = done.result;
    } catch (error) {
      const refused = toAppError(error, await calledBy(known?.userId ?? null));
      await tellRefusal(refused, known);
      return failedForm(inWordsOfForms(refused), data);
    }
    if (path !== null) redirect(path);
    if (refreshes) refresh();
    // The type is never where there is no answer, and then there is no data.
    return answer === null ? { status: 'done' } : { status: 'done', data: answer.parse(result) as Answer<O> };
  };
  return Object.assign(action, { door: { guard: guard.facts, input: schema, answer, edits: edits !== undefined } });
}

/**
 * The visitor of this call. Actions need a session: programs use the API, and could here use one token to create
 * another. Throws FORBIDDEN for a call from another site, because Next accepts calls without an Origin header.
 */
export async function callingVisitor() {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  refuseForeignOrigin({ headers: head, host: head.get('host') ?? '' });
  const visitor = await visitorOf({ headers: head, cookie: (name) => jar.get(name)?.value });
  return head.has('authorization') ? { ...visitor, identity: null } : visitor;
}

/** The request of an action, for the log. */
export async function calledBy(actorId: string | null): Promise<Calling> {
  const head = await headers();
  return { requestId: requestIdOf(head), door: actionName(head.get(addressHeader) ?? ''), actorId };
}

/** The language of the page that holds the form: the locale cookie's, or else the browser's. */
async function pageLocale(): Promise<Locale> {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  return negotiateLocale({ person: jar.get(localeCookie)?.value, acceptLanguage: head.get('accept-language') });
}

/** A refusal as form state, in the language of the page. */
export async function failedForm(error: AppError, data: FormData): Promise<FormState<never>> {
  const { fields, detail } = wordsOf(error, await pageLocale(), 'form');
  const first = Object.entries(fields).map(([field, texts]) => [field, texts[0] ?? '']);
  const about = error.code === 'VALIDATION' && !error.reason ? {} : { message: detail };
  const { version } = error.members;
  const newer = typeof version === 'string' ? { newer: version } : {};
  return { status: 'failed', ...about, ...newer, fields: Object.fromEntries(first), values: typedValues(data) };
}

/**
 * Shows the end of a session in the form, because a redirect would lose the typed values; and that a form has taken effect
 * already, where it was changed and sent again.
 */
function inWordsOfForms(error: AppError): AppError {
  if (error.code === 'UNAUTHENTICATED') return new AppError('UNAUTHENTICATED', { reason: { key: 'signedOut' } });
  return error.reason?.key === 'idempotencyKeyUsed' ? conflict('formSent') : error;
}
