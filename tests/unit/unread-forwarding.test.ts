import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const forwarded = { 'x-forwarded-for': '198.51.100.23' };
const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const lines = () => written.mock.calls.map(([line]) => JSON.parse(String(line)));

beforeEach(() => {
  vi.resetModules(); // the settings and the last warning are kept per process
  written.mockClear();
  vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://oriel_app:x@localhost:5432/oriel');
  vi.stubEnv('ORIEL_SECRET', 'a secret of the tests, long enough');
});
afterEach(() => vi.unstubAllEnvs());

async function warner(trustProxy: string) {
  vi.stubEnv('TRUST_PROXY', trustProxy);
  return (await import('@/lib/http/unread-forwarding')).warnOfUnreadForwarding;
}

it('X-Forwarded-For that nothing reads is named in the log, without its value, once an hour', async () => {
  const warn = await warner('0');
  const hour = 3_600_000;
  warn({}, 0);
  expect(lines()).toEqual([]);
  for (const now of [1, 2, hour]) warn(forwarded, now);
  expect(lines()).toMatchObject([{ level: 'warn', msg: expect.stringContaining('TRUST_PROXY is 0') }]);
  expect(JSON.stringify(lines())).not.toContain('198.51.100.23');
  warn(forwarded, hour + 1);
  expect(lines()).toHaveLength(2);
});

it('X-Forwarded-For behind a proxy that is trusted is no warning', async () => {
  const warn = await warner('1');
  warn(forwarded, 0);
  expect(lines()).toEqual([]);
});

it('every request of the server is looked at', async () => {
  vi.stubEnv('TRUST_PROXY', '0');
  await import('@/lib/http/peer-address');
  const server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An AddressInfo, because the server listens on a port.
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`, { headers: forwarded });
  await fetch(`http://127.0.0.1:${port}/`, { headers: forwarded });
  server.close();
  expect(lines()).toHaveLength(1);
});
