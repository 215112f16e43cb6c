import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/db/embedded/port';
import { environmentFor } from '@/lib/env';
import { build, isBuilt } from '@/scripts/launch/build';

const root = resolve(import.meta.dirname, '../..');
/** Inside the repository, because Turbopack follows links to packages within its root only. */
export const workplace = join(root, '.test/bench');
const nextBin = join(root, 'node_modules/next/dist/bin/next');

const copied = ['app', 'components', 'lib', 'prisma', 'middleware.ts', 'instrumentation.ts', 'tsconfig.json'];
const settings = ['next.config.mjs', 'postcss.config.mjs', 'tailwind.config.ts'];

/** A server under measurement. */
export type Instance = { url: string; pid: number; stop: () => Promise<void> };

/**
 * Builds the portal with the control addresses into a folder of its own and returns that. A build of the same sources is kept, and
 * with `keep` any build, to measure it again.
 */
export async function buildPortal({ keep = false } = {}): Promise<string> {
  if (keep) return join(workplace, 'portal');
  const folder = await emptied(join(workplace, 'portal'), [...copied, ...settings]);
  for (const path of [...copied, ...settings])
    await cp(join(root, path), join(folder, path), { recursive: true, preserveTimestamps: true });
  await cp(join(import.meta.dirname, 'controls'), folder, { recursive: true, preserveTimestamps: true });
  return inFolder(folder, async () => {
    if (!(await isBuilt())) await build();
  });
}

/**
 * Builds a Next app of one element, the floor of the framework. Outside the repository, because Turbopack takes the middleware of
 * any folder above.
 */
export async function buildEmpty(): Promise<string> {
  const folder = await emptied(join(tmpdir(), 'oriel-bench-empty'), ['app', 'next.config.mjs', 'tsconfig.json']);
  await cp(join(import.meta.dirname, 'empty'), folder, { recursive: true });
  const stamp = join(folder, '.next/next-version');
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/next/package.json'), 'utf8'));
  const built = `${version} ${await digestOf(join(import.meta.dirname, 'empty'))}`;
  if ((await readFile(stamp, 'utf8').catch(() => '')) === built) return folder;
  const child = spawn(process.execPath, [nextBin, 'build'], {
    cwd: folder,
    env: environmentFor({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the empty app does not build');
  await writeFile(stamp, built);
  return folder;
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) hash.update(await readFile(path));
  return hash.digest('hex');
}

async function emptied(folder: string, paths: string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const path of paths) await rm(join(folder, path), { recursive: true, force: true });
  const packages = join(folder, 'node_modules');
  await rm(packages, { force: true });
  await symlink(join(root, 'node_modules'), packages);
  return folder;
}

/** The launcher's scripts work in the current folder. */
async function inFolder(folder: string, work: () => Promise<void>): Promise<string> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await work();
  } finally {
    process.chdir(before);
  }
  return folder;
}

/** Starts the production server of a built folder, as `npm start` does, and waits until it answers. */
export async function start(folder: string, options: string[], variables: (url: string) => Record<string, string>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [...options, nextBin, 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      cwd: folder,
      env: environmentFor({ ...variables(url), PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' }),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await untilAnswering(url, child);
  return { url, pid: child.pid ?? 0, stop: () => ended(child) } satisfies Instance;
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    if (await fetch(url, { redirect: 'manual' }).catch(() => null)) return;
    await pause(100);
  }
  throw new Error(`${url} does not answer`);
}

async function ended(child: ChildProcess): Promise<void> {
  const done = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await done;
  clearTimeout(patience);
}
