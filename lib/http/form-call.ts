import { AppError } from '@/lib/errors';

/** Next's limit for the body of a server action, in bytes. */
const bodyLimit = 1_048_576;

const actionId = /^[0-9a-f]{42}$/;

/** The strings with a meaning in React's encoding that the state of a form may have: text, undefined, dates, numbers. */
const plainValue = /^(?!\$)|^\$(?:\$|undefined$|D\d{4}-\d\d-\d\dT[\d:.]+Z$|n-?\d+$|NaN$|-?Infinity$|-0$)/;

/**
 * Why a POST to a page is no call of a form's action; null where Next can read it, or does not try. Next answers every other
 * one with 500 and a stack trace in the log. The body is React's encoding of (state, FormData), with or without JavaScript.
 */
export async function formCallFault(request: Request): Promise<AppError | null> {
  const id = request.headers.get('next-action');
  if (id !== null && !actionId.test(id)) return new AppError('NOT_FOUND');
  const contentType = request.headers.get('content-type') ?? '';
  if (!contentType.startsWith('multipart/form-data')) {
    if (id === null) return null;
    // React sends an action without parameters, such as the sign-out, as an empty list of arguments.
    return (await request.text()) === '[]' ? null : unreadable();
  }
  const body = await request.arrayBuffer();
  if (body.byteLength > bodyLimit) return new AppError('TOO_LARGE', { reason: { key: 'formTooLarge' } });
  const form = await formOf(body, contentType);
  return form && (id === null ? isPlainCall(form) : isScriptedCall(form)) ? null : unreadable();
}

function unreadable(): AppError {
  return new AppError('VALIDATION', { reason: { key: 'formUnreadable' } });
}

async function formOf(body: ArrayBuffer, contentType: string): Promise<FormData | null> {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType) ?? [];
  // Parsers disagree on a body without its last boundary, and Next uses two of them.
  const end = new TextDecoder('latin1').decode(body.slice(-80)).trimEnd();
  if (!end.endsWith(`--${quoted ?? bare}--`)) return null;
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}

/** A call by React in the browser: field `0` lists the state and the prefix of the form's own fields, `$K1`. */
function isScriptedCall(form: FormData): boolean {
  const parts = jsonOf(form.get('0'));
  const sent = Array.isArray(parts) ? parts.at(-1) : undefined;
  if (!Array.isArray(parts) || parts.length > 2 || typeof sent !== 'string' || !/^\$K[0-9a-f]{1,4}$/.test(sent))
    return false;
  // Fields of the form number 1 are called `_1_email`.
  const prefix = `_${sent.slice(2)}_`;
  return parts.slice(0, -1).every(isPlain) && [...form.keys()].every((name) => name === '0' || name.startsWith(prefix));
}

/** A form sent without JavaScript: hidden fields name an action, and the state that it is bound to. */
function isPlainCall(form: FormData): boolean {
  const names = [...form.keys()].filter((name) => /^\$ACTION_(?:ID|REF)_/.test(name));
  return names.length === 1 && names.every((name) => isUnbound(name) || isBound(form, name));
}

function isUnbound(name: string): boolean {
  return actionId.test(name.replace('$ACTION_ID_', ''));
}

function isBound(form: FormData, name: string): boolean {
  const [, key] = /^\$ACTION_REF_(\d{1,4})$/.exec(name) ?? [];
  const action = jsonOf(form.get(`$ACTION_${key}:0`));
  if (action === null || typeof action !== 'object' || !('id' in action) || !('bound' in action)) return false;
  const { id, bound } = action;
  if (typeof id !== 'string' || !actionId.test(id) || Object.keys(action).length > 2 || bound !== '$@1') return false;
  const state = jsonOf(form.get(`$ACTION_${key}:1`));
  return Array.isArray(state) && state.length === 1 && isPlain(state);
}

function jsonOf(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return plainValue.test(value);
  return value === null || typeof value !== 'object' || Object.values(value).every(isPlain);
}
