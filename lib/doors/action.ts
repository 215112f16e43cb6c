import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Guard } from '@/lib/authz/guards';
import { write } from '@/lib/authz/scope';
import type { Who } from '@/lib/authz/who';
import type { WriteDb } from '@/lib/db/handles';
import { addressHeader } from '@/lib/doors/address-header';
import { actionName } from '@/lib/doors/door-name';
import type { FormAction, FormState } from '@/lib/doors/form-state';
import { formInput, sentForm, typedValues } from '@/lib/doors/form-values';
import { requestIdOf } from '@/lib/doors/request-id';
import { toAppError } from '@/lib/doors/unexpected';
import { parseInput } from '@/lib/doors/validation';
import { visitorOf } from '@/lib/doors/visitor';
import { wordsOf } from '@/lib/doors/words';
import { AppError } from '@/lib/errors';
import { localeCookie } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';
import type { Calling } from '@/lib/log';

type ActionDoor<W extends Who, I extends z.ZodObject, T> = {
  who: Guard<W>;
  input: I;
  run: (db: WriteDb, input: z.output<I>, who: W) => Promise<T>;
  /** Where to go after success; without it the form is told that it is done, and its page is drawn anew. */
  redirectTo?: string | ((result: T) => string);
};

/**
 * The door for the app's own forms: guard, input, one transaction. A refusal comes back as a FormState with what was typed.
 * Server actions are public POSTs: the guard proves identity, the schema shape, the wall right; Next checks the origin.
 */
export function defineAction<W extends Who, I extends z.ZodObject, T>(door: ActionDoor<W, I, T>): FormAction<T> {
  return async (_state, sent) => {
    const data = sentForm(sent);
    let result: T;
    let known: W | null = null;
    try {
      const who = door.who(await callingVisitor());
      known = who;
      const input = parseInput(door.input, formInput(door.input, data));
      result = await write(who, (db) => door.run(db, input, who));
    } catch (error) {
      return failedForm(signedOutInWords(toAppError(error, await calledBy(known?.userId ?? null))), data);
    }
    const { redirectTo } = door;
    if (redirectTo !== undefined) redirect(typeof redirectTo === 'string' ? redirectTo : redirectTo(result));
    refresh();
    return result === undefined ? { status: 'done' } : { status: 'done', data: result };
  };
}

/**
 * Who calls this action. Forms are for people with a session: a program has the API, and with a token it could make itself
 * another token here.
 */
export async function callingVisitor() {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const visitor = await visitorOf({ headers: head, cookie: (name) => jar.get(name)?.value });
  return head.has('authorization') ? { ...visitor, standing: null } : visitor;
}

/** The request that this action is part of, for the log. */
export async function calledBy(actorId: string | null): Promise<Calling> {
  const head = await headers();
  return { requestId: requestIdOf(head), door: actionName(head.get(addressHeader) ?? ''), actorId };
}

/** What the form shows, in the language that its page is in: the one the locale cookie and the browser ask for. */
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

/** Somebody whose session ended while they typed should not lose it to a redirect. */
function signedOutInWords(error: AppError): AppError {
  return error.code === 'UNAUTHENTICATED' ? new AppError('UNAUTHENTICATED', { reason: { key: 'signedOut' } }) : error;
}
