import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { RawRequest } from '@/tests/support/http/raw-request';
import { sourceFiles } from '@/tests/support/source/files';

const own = (port: number) => ({ Origin: `http://localhost:${port}` });
const get = (path: string, headers: RawRequest['headers'] = {}): RawRequest => ({ method: 'GET', path, headers });

/** The address of every page and route, with this text for each part that is an id, a name or a token. */
function addresses(part: string): string[] {
  const patterns = sourceFiles().flatMap(({ path }) => /^app(\/.*)?\/(?:page\.tsx|route\.ts)$/.exec(path)?.[1] ?? []);
  return patterns.map((pattern) => pattern.replaceAll(/\/\([^)]*\)/g, '').replaceAll(/\[[^/]+\]/g, part) || '/');
}

const some = ['/', '/sign-in', '/client', '/setup/x', '/showcase/x', '/nothing', '/icon.svg', '/api/health', '/api/x'];
const pages = ['/', '/sign-in', '/client', '/setup/x', '/showcase/x', '/nothing'];
const auth = [
  'csrf',
  'providers',
  'session',
  'signin',
  'signout',
  'error',
  'signin/credentials',
  'callback/credentials',
];

const odd = [
  '/%ff',
  '/%',
  '/%2',
  '/%zz',
  '/%00',
  '//',
  '///x',
  '/\\',
  '/x\xff',
  '/api/x\xff',
  '/?%ff',
  '/sign-in?return_to=%ff',
];
const inside = [
  '/_global-error',
  '/_next/static/%ff',
  '/_next/image?url=%ff',
  '/_next/data/%ff',
  '/client-portal/projects/%ff',
  '/icon.svg%ff',
];
const absolute = ['http://evil.example/', 'http://%ff/', '*'];
const cookies = ['x.y.z', '%ff', 'eyJhbGciOiJub25lIn0.e30.', ''];
const methods = ['TRACE', 'PROPFIND', 'OPTIONS', 'SEARCH', 'PUT', 'DELETE', 'PATCH'];
const hosts = ['', '%ff', 'a b', '[::1', 'x:99999999', 'evil.example', 'a@b', undefined];
const headers = {
  'Next-Router-State-Tree': ['x', '%ff', 'null', '%5B%22%22%2C%7B%7D%2C5%5D'],
  'Next-Url': ['%ff'],
  'Next-Router-Segment-Prefetch': ['/../..'],
  'x-forwarded-host': ['%ff/\\'],
  'x-forwarded-proto': ['javascript'],
  'x-invoke-status': ['500'],
  'x-matched-path': ['%ff'],
  'x-action-forwarded': ['1'],
  'Accept-Language': ['\xff'],
  Authorization: ['Bearer \xff', 'x'],
  Cookie: ['\xff=\xff', '=;;%ff'],
};

const form = { 'Content-Type': 'multipart/form-data; boundary=b' };
const field = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const bodies = [
  'garbage',
  '',
  '--b\r\n',
  '--b\r\nfoo\r\n\r\nx\r\n--b--\r\n',
  field('a', 'b'),
  `${field('a', 'x'.repeat(1_100_000))}--b--\r\n`,
];
const types = ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data', '\xff'];
const origins = ['null', 'x', 'http://', 'https://evil.example', 'http://%ff', '', undefined];

/** Requests that anybody can send and no browser does, by kind. `action` is the id of a server action of the build. */
export function attacks(port: number, action: string): Record<string, RawRequest[]> {
  const bound = (value: string) => `${field('$ACTION_REF_1', '')}${field('$ACTION_1:0', value)}--b--\r\n`;
  const post = (path: string, more: RawRequest['headers'], body: string): RawRequest => ({
    method: 'POST',
    path,
    headers: { ...own(port), ...more },
    body,
  });
  const boundValues = [
    '{',
    'null',
    '[]',
    ...['"x"', 'null', '"$@1"', '"$F1"'].map((value) => `{"id":"${action}","bound":${value}}`),
  ];
  const args = ['[]', '{', '[1,2]', 'null', '["$F1","$K2"]', `[${'1,'.repeat(1500)}1]`];
  return {
    'malformed addresses': [...odd, ...inside, ...absolute, ...addresses('%ff'), ...addresses('%')].map((path) =>
      get(path),
    ),
    'methods that nothing answers': methods.flatMap((method) =>
      [...some, '/_next/static/x', '*'].map((path) => ({ method, path })),
    ),
    'malformed session cookies': cookies.flatMap((value) =>
      ['/', '/sign-in', '/client', '/api/me', ...auth.map((name) => `/api/auth/${name}`)].map((path) =>
        get(path, { Cookie: `${sessionCookieName()}=${value}` }),
      ),
    ),
    'malformed headers': Object.entries(headers).flatMap(([name, values]) =>
      values.flatMap((value) =>
        some.flatMap((path) => [get(path, { [name]: value }), get(path, { RSC: '1', [name]: value })]),
      ),
    ),
    'malformed hosts': hosts.flatMap((Host) => [
      ...some.map((path) => get(path, { Host })),
      post('/sign-in', { Host, 'Next-Action': action }, '[]'),
    ]),
    'malformed bodies': pages.flatMap((path) => [
      ...bodies.map((body) => post(path, form, body)),
      ...types.map((type) => post(path, { 'Content-Type': type }, '{')),
    ]),
    'malformed calls of actions': pages.flatMap((path) => [
      ...boundValues.map((value) => post(path, form, bound(value))),
      ...['$ACTION_ID_x', '$ACTION_ID_toString', '$ACTION_REF_', '$ACTION_KEY'].map((name) =>
        post(path, form, `${field(name, '')}--b--\r\n`),
      ),
      ...['x', '', 'toString', '__proto__'].map((id) =>
        post(path, { 'Next-Action': id, 'Content-Type': 'text/plain' }, '[]'),
      ),
      ...args.map((body) => post(path, { 'Next-Action': action, 'Content-Type': 'text/plain' }, body)),
      ...[...args, '["$undefined","$K1"]'].map((value) =>
        post(path, { 'Next-Action': action, ...form }, `${field('0', value)}--b--\r\n`),
      ),
      ...bodies.map((body) => post(path, { 'Next-Action': action, ...form }, body)),
    ]),
    'foreign origins': pages.flatMap((path) =>
      origins.flatMap((Origin) => [
        post(path, { Origin, 'Next-Action': action, 'Content-Type': 'text/plain' }, '[]'),
        post(path, { Origin, ...form }, `${field(`$ACTION_ID_${action}`, '')}--b--\r\n`),
        post(path, { Origin, ...form, Authorization: 'Bearer x' }, `${field(`$ACTION_ID_${action}`, '')}--b--\r\n`),
      ]),
    ),
    'malformed requests to next-auth': auth.flatMap((name) => [
      ...['error=%ff', 'callbackUrl=%ff', 'callbackUrl=http://', 'callbackUrl=a&callbackUrl=b'].map((query) =>
        get(`/api/auth/${name}?${query}`),
      ),
      get(`/api/auth/${name}`, { Cookie: 'next-auth.callback-url=x; next-auth.csrf-token=%ff' }),
      post(`/api/auth/${name}`, { 'Content-Type': 'application/json' }, '{'),
      post(`/api/auth/${name}`, { 'Content-Type': 'application/json' }, '{"callbackUrl":{"a":1},"csrfToken":[1]}'),
      post(`/api/auth/${name}`, form, 'garbage'),
    ]),
  };
}
