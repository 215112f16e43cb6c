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
  /** What the browser gets of the result; what it does not name is not sent, and without it nothing is. */
  answer?: O;
  /** Where to go after success; without it the form is told that it is done, and its page is drawn anew. */
  redirectTo?: string | ((result: T) => string);
};

/** What an action's door says about itself. Null for the guard of a login action, which proves its caller itself. */
export type ActionFacts = { guard: GuardFacts | null; input: z.ZodObject; answer: z.ZodType | null };

/** A server action that a door made. */
export type DoorAction<T> = FormAction<T> & { readonly door: ActionFacts };

/** The data of a form whose action names no answer. */
type Answer<O extends z.ZodType> = z.ZodUnknown extends O ? never : z.output<O>;

/**
 * The door for the app's own forms: origin, guard, input, one transaction. A refusal comes back as a FormState with what was
 * typed. Server actions are public POSTs: the guard proves identity, the schema shape, the wall right.
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
    // The type says never where there is no answer, and then there is no data.
    return answer === null ? { status: 'done' } : { status: 'done', data: answer.parse(result) as Answer<O> };
  };
  return Object.assign(action, { door: { guard: guard.facts, input: schema, answer } });
}

/**
 * The visitor who calls this action. Forms are for people with a session: a program has the API, and with a token it could
 * make itself another token here. Throws FORBIDDEN for a call that another site makes: Next lets one without Origin pass.
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

/** A session that ends while its owner types is told in the form: a redirect would lose what was typed. */
function signedOutInWords(error: AppError): AppError {
  return error.code === 'UNAUTHENTICATED' ? new AppError('UNAUTHENTICATED', { reason: { key: 'signedOut' } }) : error;
}
