import { expect, it } from 'vitest';
import { isForeign } from '@/lib/http/same-origin';

const portal = 'https://portal.example.com:8443';

/** Requests as they reach the portal; `host` is what the proxy sent on. */
it.each([
  ['the portal’s address, behind a proxy that sends its own name', { origin: portal }, '127.0.0.1:3000', false],
  ['the portal’s address, behind a proxy that drops the port', { origin: portal }, 'portal.example.com', false],
  ['another name of the portal', { origin: 'http://127.0.0.1:3000' }, '127.0.0.1:3000', false],
  ['a browser’s own request without Origin', { 'sec-fetch-site': 'same-origin' }, '127.0.0.1:3000', false],
  ['a program with a token', { authorization: 'Bearer x' }, '127.0.0.1:3000', false],
  ['another port of the host', { origin: 'https://portal.example.com' }, '127.0.0.1:3000', true],
  ['the portal’s host without TLS', { origin: 'http://portal.example.com:8443' }, '127.0.0.1:3000', true],
  ['a forged X-Forwarded-Host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 'portal', true],
  ['another site', { origin: 'https://evil.example' }, 'portal.example.com:8443', true],
  ['another site by Sec-Fetch-Site', { origin: portal, 'sec-fetch-site': 'cross-site' }, 'portal', true],
  ['a sandboxed page', { origin: 'null' }, 'null', true],
  ['a file', { origin: 'file://' }, '', true],
  ['no address', { origin: 'x' }, 'x', true],
  ['an empty Origin', { origin: '' }, '', true],
  ['neither Origin nor Sec-Fetch-Site', {}, '127.0.0.1:3000', true],
])('%s (%j, host %s): foreign is %s', (_, headers, host, foreign) => {
  expect(isForeign({ headers: new Headers(headers as Record<string, string>), host }, portal)).toBe(foreign);
});
