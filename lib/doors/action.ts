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
import { AppError } from '@/lib/errors';
import type { FormAction, FormState } from '@/lib/forms/form-state';
import { formInput, sentForm, typedValues } from '@/lib/forms/form-values';
import { parseInput } from '@/lib/forms/validation';
import { addressHeader } from '@/lib/http/address-header';
import { requestIdOf } from '@/lib/http/request-id';
import { refuseForeignOrigin } from '@/lib/http/same-origin';
import { wordsOf } from '@/lib/i18n/error-texts';
import { localeCookie } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';
import type { Calling } from '@/lib/log';

type ActionDoor<W extends Actor, I extends z.ZodObject, O extends z.ZodType, T extends z.input<O>> = {
  guard: Guard<W>;
  input: I;
  run: (db: WriteDb, input: z.output<I>, actor: W) => Promise<T>;
  /** The schema of the result sent to the browser; fields outside it are not sent. Without it nothing is sent. */
  answer?: O;
  /** The path after success; without it the form state is `done` and the page is rendered again. */
  redirectTo?: string | ((result: T) => string);
};

/** The metadata of an action's door. `guard` is null for a login action, which proves its caller itself. */
export type ActionFacts = { guard: GuardFacts | null; input: z.ZodObject; answer: z.ZodType | null };

/** A server action that a door made. */
export type DoorAction<T> = FormAction<T> & { readonly door: ActionFacts };

/** The type of an action's answer; never without one. */
type Answer<O extends z.ZodType> = z.ZodUnknown extends O ? never : z.output<O>;

/**
 * The door for the app's own forms: origin, guard, input, one transaction. A refusal is returned as a FormState with the typed
 * values. Server actions are public POSTs: the guard proves the identity, the schema the shape, the wall the right.
 */
export function defineAction<
  W extends Actor,
  I extends z.ZodObject,
  O extends z.ZodType = z.ZodUnknown,
  T extends z.input<O> = z.input<O>,
>(door: ActionDoor<W, I, O, T>): DoorAction<Answer<O>> {
  const { guard, input: schema, run, answer = null, redirectTo } = door;
  const action = async (_state: FormState, sent: FormData): Promise<FormState<Answer<O>>> => {
    const data = sentForm(sent);
    let result: T;
    let known: W | null = null;
    try {
      const actor = guard(await callingVisitor());
      known = actor;
      const input = parseInput(schema, formInput(schema, data));
      result = await write(actor, (db) => run(db, input, actor));
    } catch (error) {
      return failedForm(signedOutInWords(toAppError(error, await calledBy(known?.userId ?? null))), data);
    }
    if (redirectTo !== undefined) redirect(typeof redirectTo === 'string' ? redirectTo : redirectTo(result));
    refresh();
    // The type is never where there is no answer, and then there is no data.
    return answer === null ? { status: 'done' } : { status: 'done', data: answer.parse(result) as Answer<O> };
  };
  return Object.assign(action, { door: { guard: guard.facts, input: schema, answer } });
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

/** A refusal as form state, in the language of the page: the locale cookie's, or else the browser's. */
export async function failedForm(error: AppError, data: FormData): Promise<FormState<never>> {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const locale = negotiateLocale({
    person: jar.get(localeCookie)?.value,
    acceptLanguage: head.get('accept-language'),
  });
  const { fields, detail } = wordsOf(error, locale);
  const first = Object.entries(fields).map(([field, texts]) => [field, texts[0] ?? '']);
  const about = error.code === 'VALIDATION' && !error.reason ? {} : { message: detail };
  return { status: 'failed', ...about, fields: Object.fromEntries(first), values: typedValues(data) };
}

/** Shows the end of a session in the form, because a redirect would lose the typed values. */
function signedOutInWords(error: AppError): AppError {
  return error.code === 'UNAUTHENTICATED' ? new AppError('UNAUTHENTICATED', { reason: { key: 'signedOut' } }) : error;
}
