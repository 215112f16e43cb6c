import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { formCallFault } from '@/lib/http/form-call';

const id = '7f4bc03441f37180da10936c5914b2b0379656e7a4';
const state = { status: 'failed', fields: { a: '$$5' }, values: { a: ['x'] }, message: '$undefined' };

type Fields = Record<string, string>;

async function faultOf(fields: Fields, headers: Fields = {}): Promise<string | null> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request('http://localhost:3000/sign-in', { method: 'POST', body, headers });
  return (await formCallFault(request))?.code ?? null;
}

function sent(body: string, contentType: string, headers: Fields = {}) {
  const all = { 'content-type': contentType, ...headers };
  return formCallFault(new Request('http://localhost:3000/sign-in', { method: 'POST', body, headers: all }));
}

const scripted = (args: unknown, more: Fields = { _1_email: 'a' }) =>
  faultOf({ ...more, '0': typeof args === 'string' ? args : JSON.stringify(args) }, { 'next-action': id });
const plain = (action: unknown, bound: unknown, key = '$ACTION_REF_1') =>
  faultOf({ [key]: '', '$ACTION_1:0': JSON.stringify(action), '$ACTION_1:1': JSON.stringify(bound), email: 'a' });

/** React's own encoder, as the browser runs it; an update that changes the encoding fails here. */
type Encoder = { encodeReply: (args: unknown[]) => Promise<FormData> };
Object.assign(globalThis, { __turbopack_require__: () => undefined, __turbopack_load__: () => undefined });
const encoder: Encoder = createRequire(import.meta.url)('next/dist/compiled/react-server-dom-turbopack/client.edge.js');

describe('a form sent with JavaScript', () => {
  it.each([
    ['the first state', [{ status: 'idle' }]],
    [
      'the state of a refusal',
      [{ status: 'failed', message: undefined, fields: { a: '$5' }, values: { a: ['x'], b: [] } }],
    ],
    ['the state of an answer', [{ status: 'done', data: { at: new Date(), cents: 5n, hours: -0, none: null } }]],
    ['no state', []],
  ])('passes as React encodes it with %s', async (_, before) => {
    const form = new FormData();
    for (const value of ['a', 'b']) form.append('email', value);
    form.append('file', new File(['x'], 'x.txt'));
    const body = await encoder.encodeReply([...before, form]);
    const headers = { 'next-action': id };
    const request = new Request('http://localhost:3000/sign-in', { method: 'POST', body, headers });
    expect(await formCallFault(request)).toBeNull();
  });

  it.each([
    ['state and form', [state, '$K1']],
    ['the form alone', ['$K1']],
    ['a state with a date and numbers', [{ data: ['$D2026-11-29T10:00:00.000Z', '$n12', '$NaN'] }, '$K1']],
  ])('passes with %s', async (_, args) => {
    expect(await scripted(args)).toBeNull();
  });

  it('passes without arguments, as React encodes the call of an action that has none', async () => {
    const body = (await encoder.encodeReply([])) as unknown;
    expect(body).toBe('[]');
    expect(await sent('[]', 'text/plain;charset=UTF-8', { 'next-action': id })).toBeNull();
    for (const other of ['', '{}', '[1]', '["$K1"]'])
      expect((await sent(other, 'text/plain;charset=UTF-8', { 'next-action': id }))?.code).toBe('VALIDATION');
  });

  it.each([
    ['no list', { a: 1 }],
    ['no JSON', '{'],
    ['no form', [state, 'x']],
    ['no argument', []],
    ['three arguments', [1, 2, '$K1']],
    ['a reference to an action', [{ a: '$F1' }, '$K1']],
    ['a promise', ['$@5', '$K1']],
    ['a broken number', [{ a: ['$nabc'] }, '$K1']],
    ['a broken date', ['$Dnever', '$K1']],
  ])('is refused with %s', async (_, args) => {
    expect(await scripted(args)).toBe('VALIDATION');
  });

  it('is refused with fields of another form, or without its own', async () => {
    expect(await scripted([state, '$K1'], { _2_email: 'a' })).toBe('VALIDATION');
    expect(await faultOf({ _1_email: 'a' }, { 'next-action': id })).toBe('VALIDATION');
  });

  it.each(['x', '', 'toString', '__proto__', `${id}0`])('is not found with the action %j', async (action) => {
    expect(await faultOf({ '0': '["$K1"]' }, { 'next-action': action })).toBe('NOT_FOUND');
  });

  it('is refused as text, which no form sends', async () => {
    expect((await sent('[1]', 'text/plain', { 'next-action': id }))?.code).toBe('VALIDATION');
  });
});

describe('a form sent without JavaScript', () => {
  it('passes with its state, and as a form without one', async () => {
    expect(await plain({ id, bound: '$@1' }, [state])).toBeNull();
    expect(await faultOf({ [`$ACTION_ID_${id}`]: '' })).toBeNull();
  });

  it.each([
    ['no action', null, [state]],
    ['an id of another kind', { id: 1, bound: '$@1' }, [state]],
    ['an id that is none', { id: 'toString', bound: '$@1' }, [state]],
    ['no bound state', { id, bound: null }, [state]],
    ['another bound value', { id, bound: 'x' }, [state]],
    ['a reference in the bound state', { id, bound: '$@1' }, ['$F1']],
    ['a state that is no list', { id, bound: '$@1' }, state],
    ['two states', { id, bound: '$@1' }, [state, state]],
  ])('is refused with %s', async (_, action, bound) => {
    expect(await plain(action, bound)).toBe('VALIDATION');
  });

  it('is refused with no or two actions', async () => {
    expect(await faultOf({ email: 'a' })).toBe('VALIDATION');
    expect(await faultOf({ $ACTION_KEY: 'k' })).toBe('VALIDATION');
    expect(await faultOf({ [`$ACTION_ID_${id}`]: '', $ACTION_ID_x: '' })).toBe('VALIDATION');
    expect(await plain({ id, bound: '$@1' }, [state], '$ACTION_REF_')).toBe('VALIDATION');
  });
});

describe('a body', () => {
  const part = `--b\r\nContent-Disposition: form-data; name="$ACTION_ID_${id}"\r\n\r\n`;
  it.each([
    ['garbage', 'garbage', 'multipart/form-data; boundary=b'],
    ['nothing', '', 'multipart/form-data; boundary=b'],
    ['no boundary', `${part}\r\n--b--\r\n`, 'multipart/form-data'],
    ['no end', part, 'multipart/form-data; boundary=b'],
    ['a part without a header', '--b\r\nfoo\r\n\r\nx\r\n--b--\r\n', 'multipart/form-data; boundary=b'],
  ])('of %s is refused', async (_, body, contentType) => {
    expect((await sent(body, contentType))?.code).toBe('VALIDATION');
  });

  it('that is complete passes, with a quoted boundary too', async () => {
    expect(await sent(`${part}\r\n--b--\r\n`, 'multipart/form-data; boundary=b')).toBeNull();
    expect(await sent(`${part}\r\n--b--`, 'multipart/form-data; charset=utf-8; boundary="b"')).toBeNull();
  });

  it('that Next would not take is too large', async () => {
    expect(await faultOf({ a: 'x'.repeat(1_100_000) })).toBe('TOO_LARGE');
  });

  it('of another type is none of a form, and Next renders the page', async () => {
    expect(await sent('a=b', 'application/x-www-form-urlencoded')).toBeNull();
    expect(await sent('{', 'application/json')).toBeNull();
  });
});
