import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { openEmbedded } from '@/lib/db/embedded';
import { freePort } from '@/lib/db/embedded/port';
import { startScript } from '@/tests/support/processes/script';

const folder = await mkdtemp(join(tmpdir(), 'oriel-start-'));
const port = await freePort();
const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await untilRefused();
});

afterAll(async () => {
  await (await openEmbedded(folder)).close();
  await rm(folder, { recursive: true });
});

type Running = { child: ChildProcess; printed: () => string };

/** Starts `npm start` and waits for the line that it serves. */
async function start(settings: Record<string, string> = {}): Promise<Running> {
  const child = startScript('scripts/start.ts', [], { PORT: String(port), ORIEL_DATA_DIR: folder, ...settings });
  started.push(child);
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  await vi.waitFor(() => expect(output).toContain(`Oriel serves at http://localhost:${port}`), { timeout: 100_000 });
  return { child, printed: () => output };
}

const health = () => fetch(`http://localhost:${port}/api/health`).then((answer) => answer.json());
const untilRefused = () => vi.waitFor(() => expect(health()).rejects.toThrow('fetch failed'), { timeout: 60_000 });
const lock = () => readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8');

describe('npm start', () => {
  test('serves, offers the first super-admin a link, and stops everything when asked', async () => {
    const { child, printed } = await start();
    expect(await health()).toEqual({ status: 'ok' });
    const link = printed().match(/^ {2}(http:\S+)$/m)?.[1];
    expect(link).toMatch(new RegExp(`^http://localhost:${port}/`));
    expect((await fetch(String(link))).status).toBe(200);

    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await untilRefused();
    await expect(lock()).rejects.toThrow('ENOENT');
  });

  // Linux answers on all of 127.0.0.0/8, so 127.0.0.2 stands for another interface of the machine.
  test.each([
    [{ TRUST_PROXY: '1' }, false],
    [{ TRUST_PROXY: '1', ORIEL_HOST: '0.0.0.0' }, true],
    [{ ORIEL_HOST: '127.0.0.1' }, false],
    [{}, true],
  ])('with %j answers on other interfaces: %s', async (settings, answers) => {
    const { child } = await start(settings);
    expect(await health()).toEqual({ status: 'ok' });
    const elsewhere = fetch(`http://127.0.0.2:${port}/api/health`).then(({ ok }) => ok);
    expect(await elsewhere.catch(() => false)).toBe(answers);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('after a kill -9 gives its port back, and starts again on the database that was left running', async () => {
    const { child } = await start();
    const before = await lock();
    child.kill('SIGKILL');
    await untilRefused();
    const again = await start();
    expect(await lock()).toBe(before);
    expect(await health()).toEqual({ status: 'ok' });
    again.child.kill('SIGINT');
    expect(await once(again.child, 'exit')).toEqual([0, null]);
    await expect(lock()).rejects.toThrow('ENOENT');
  });

  test('reports in one line that its port is taken, and does not disturb the program that has it', async () => {
    const { child } = await start();
    const second = startScript('scripts/start.ts', [], { PORT: String(port), ORIEL_DATA_DIR: folder });
    let printed = '';
    second.stderr?.on('data', (chunk) => (printed += chunk));
    expect(await once(second, 'close')).toEqual([1, null]);
    expect(printed).toBe(`oriel: Port ${port} is taken by another program: set PORT to a free one\n`);
    expect(await health()).toEqual({ status: 'ok' });
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
});
