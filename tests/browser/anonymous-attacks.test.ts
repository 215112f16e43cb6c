import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/db/embedded/port';
import { testSecret } from '@/tests/support/database/global-setup';
import { attacks } from '@/tests/support/http/attacks';
import { type RawRequest, rawRequest } from '@/tests/support/http/raw-request';
import { startScript } from '@/tests/support/processes/script';

// The session cookie's name depends on the settings.
vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');

const folder = await mkdtemp(join(tmpdir(), 'oriel-attacks-'));
const port = await freePort();
const child = startScript('scripts/start.ts', [], { PORT: String(port), ORIEL_DATA_DIR: folder });
let printed = '';
for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
await vi.waitFor(() => expect(printed).toContain(`Oriel serves at http://localhost:${port}\n`), { timeout: 100_000 });
const greeting = printed.length;

afterAll(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The id of the action of the sign-in page, which everybody can read from its form. */
async function signInAction(): Promise<string> {
  const manifest = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8'));
  const actions = Object.entries<{ exportedName?: string }>(manifest.node);
  return actions.find(([, { exportedName }]) => exportedName === 'signInAction')?.[0] ?? '';
}

const kinds = Object.entries(attacks(port, await signInAction()));

function described({ method, path, headers, body }: RawRequest, status: number): string {
  return `${status} for ${method} ${path} ${JSON.stringify(headers)} ${body?.slice(0, 200) ?? ''}`;
}

it.each(kinds)('%s are refused without a server error', async (_, requests) => {
  expect(requests.length).toBeGreaterThan(20);
  const failures: string[] = [];
  for (const request of requests) {
    const status = await rawRequest(port, request);
    if (status >= 500 || status === 0) failures.push(described(request, status));
  }
  expect(failures).toEqual([]);
});

it('an address that nobody can decode is not found, and TRACE is refused', async () => {
  for (const path of ['/api/%ff', '/showcase/%ff', '/%ff'])
    expect([path, await rawRequest(port, { method: 'GET', path })]).toEqual([path, 404]);
  expect(await rawRequest(port, { method: 'TRACE', path: '/sign-in' })).toBe(405);
  expect(await rawRequest(port, { method: 'TRACE', path: '/api/health' })).toBe(400);
});

it('none of this wrote to the log', async () => {
  child.kill('SIGTERM');
  await once(child, 'close');
  // The warning that a proxy is not configured comes at most once an hour.
  const lines = printed.slice(greeting).split('\n');
  expect(lines.filter((line) => line !== '' && !line.includes('X-Forwarded-For, but TRUST_PROXY is 0'))).toEqual([]);
});
