import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type { PictureJob } from '@/lib/storage/picture-job';
import { pictureProcesses } from '@/lib/storage/picture-processes';
import { phonePhoto, slowPng } from '@/tests/support/files/pictures';

vi.setConfig({ testTimeout: 120_000 }); // each test starts processes
const folder = await mkdtemp(join(tmpdir(), 'oriel-pictures-'));
afterAll(() => rm(folder, { recursive: true }));

async function jobOf(name: string, bytes: Uint8Array): Promise<Omit<PictureJob, 'mostCpuMilliseconds'>> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, longest: 640, encodings: [{ format: 'jpeg', longest: 64, quality: 70 }], allowHeavy: true };
}
const processes = (settings: Partial<Parameters<typeof pictureProcesses>[0]>) =>
  pictureProcesses({ mostCpuMilliseconds: 25_000, mostMilliseconds: 60_000, idleMilliseconds: 20, ...settings });
const small = await jobOf('small.jpg', await phonePhoto());
const slow = await jobOf('slow.png', slowPng(2_000));

/** The processes that this one has started and that decode pictures. */
function children(parentId = process.pid): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
  return lines.flatMap((line) => {
    const [, pid = '', parent] = /^\s*(\d+)\s+(\d+)\s.*(?:picture-process\.mjs|<defunct>)/.exec(line) ?? [];
    return Number(parent) === parentId ? [pid] : [];
  });
}
const untilOver = () => vi.waitFor(() => expect(children()).toEqual([]), { timeout: 20_000 });

it('one process takes the pictures that come one after the other', async () => {
  const run = processes({ idleMilliseconds: 20 });
  expect(await run(small)).toMatchObject({ kind: 'picture', width: 400, height: 300, encoded: [{ width: 64 }] });
  await untilOver();
  const patient = processes({ idleMilliseconds: 10_000 });
  await patient(small);
  const first = children();
  await patient(small);
  expect(first).toHaveLength(1);
  expect(children()).toEqual(first);
});

it('a picture that takes too long is refused, its process ended at once, and the next picture gets another', async () => {
  const patient = processes({ idleMilliseconds: 20 });
  expect((await patient(slow)).kind).toBe('picture');
  await untilOver();
  for (const limit of [{ mostCpuMilliseconds: 60 }, { mostMilliseconds: 60 }]) {
    const run = processes({ ...limit, idleMilliseconds: 20 });
    expect(await run(slow)).toEqual({ kind: 'refused', message: { key: 'slowPhoto' } });
    await untilOver();
  }
  const next = processes({ idleMilliseconds: 20 });
  expect((await next(small)).kind).toBe('picture');
  await untilOver();
});

it('a process that was killed while it waited is replaced', async () => {
  const run = processes({ idleMilliseconds: 30_000 });
  await run(small);
  process.kill(Number(children()[0]), 'SIGKILL');
  await untilOver();
  expect((await run(small)).kind).toBe('picture');
});

it('the process knows no variable of the portal', async () => {
  vi.stubEnv('ORIEL_SECRET', 'a-secret-that-no-picture-may-read');
  const run = processes({ idleMilliseconds: 30_000 });
  await run(small);
  expect(children().length).toBeGreaterThan(0);
  for (const pid of children()) {
    const variables = execFileSync('ps', ['eww', '-o', 'args=', '-p', pid]).toString();
    expect(variables).toContain('NODE_ENV=production');
    expect(variables).not.toContain('ORIEL_SECRET');
  }
  vi.unstubAllEnvs();
});

it('a file that is missing is an error of the portal', async () => {
  const run = processes({ idleMilliseconds: 20 });
  expect(await run({ ...small, path: join(folder, 'nothing') })).toMatchObject({ kind: 'failed' });
});

it.each(['SIGKILL', 'SIGTERM'] as const)('nothing is left of it after its parent got a %s', async (signal) => {
  const large = await jobOf('large.png', slowPng(4_900));
  const script = ['--import', 'tsx', resolve('tests/support/processes/slow-picture.ts'), large.path];
  const parent = spawn(process.execPath, script, { stdio: 'ignore' });
  const ended = once(parent, 'exit');
  const found = await vi.waitFor(() => {
    const [pid] = children(parent.pid);
    if (!pid) throw new Error('It has not started yet');
    return Number(pid);
  }, 60_000);
  parent.kill(signal);
  await ended;
  await vi.waitFor(() => expect(() => process.kill(found, 0)).toThrow('ESRCH'), 20_000);
});
