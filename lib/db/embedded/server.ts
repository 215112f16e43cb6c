import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, lastLine } from '@/lib/db/embedded/cluster';
import { freePort } from '@/lib/db/embedded/port';
import { SetupError } from '@/lib/setup-error';

const exec = promisify(execFile);

const nobodysPid = 2_147_483_647; // larger than any operating system's process ids

export type Settings = Readonly<Record<string, string>>;

// log_min_messages excludes statement errors, which could contain personal data; the portal logs them itself.
const settings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_checkpoints: 'off',
  log_min_messages: 'log',
};

/** Starts the server. False when another process is starting it at the same time. Throws a SetupError on other failures. */
export async function startServer(cluster: Cluster, extra: Settings): Promise<boolean> {
  await disownStaleLock(cluster);
  const port = await choosePort(cluster);
  const log = join(cluster.folder, 'server.log');
  const before = await trimmedLength(log);
  const options = Object.entries({ port: String(port), ...settings, ...extra }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const started = await cluster.programs.pgCtl([
    'start',
    '--wait',
    '--timeout=60',
    '--pgdata',
    cluster.data,
    '--log',
    log,
    '-o',
    options.join(' '),
  ]);
  if (started.code === 0) return true;
  const message = (await readFile(log, 'utf8').catch(() => '')).slice(before) || started.output;
  if (
    /lock file .* already exists|shared memory block .* still in use|Address already in use|could not create any TCP\/IP sockets/i.test(
      message,
    )
  )
    return false;
  throw new SetupError(`The embedded PostgreSQL did not start: ${lastLine(message)} (see ${log})`);
}

/** Stops the server in fast mode: open transactions are rolled back, committed data is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await cluster.programs.pgCtl(['stop', '--wait', '--timeout=60', '--mode=fast', '--pgdata', cluster.data]);
}

/** The port in postmaster.pid, which also remains after a kill; null after a clean stop. */
export async function announcedPort(cluster: Cluster): Promise<number | null> {
  const lines = await lockLines(cluster);
  return Number(lines[3]) || null;
}

const lockFile = (cluster: Cluster) => join(cluster.data, 'postmaster.pid');

async function lockLines(cluster: Cluster): Promise<string[]> {
  const text = await readFile(lockFile(cluster), 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim());
}

// PostgreSQL does not detect a stale lock file whose pid belongs to another program of the same user (common in containers)
// or to a zombie server. Only the pid is replaced: PostgreSQL uses the other lines to check that no old process holds the
// shared memory.
async function disownStaleLock(cluster: Cluster): Promise<void> {
  const lines = await lockLines(cluster);
  if (!Number(lines[0]) || process.platform === 'win32') return;
  const { stdout } = await exec('ps', ['-o', 'stat=,comm=', '-p', String(lines[0])]).catch(() => ({ stdout: '' }));
  const [state, program] = stdout.trim().split(/\s+/);
  if (!state || (program?.includes('postgres') && !state.startsWith('Z'))) return;
  const unchanged = (await lockLines(cluster)).join() === lines.join();
  if (unchanged) writeFileSync(lockFile(cluster), [nobodysPid, ...lines.slice(1)].join('\n'));
}

/** The length of the log. A log of 1,000,000 characters or more is deleted first. */
async function trimmedLength(log: string): Promise<number> {
  const text = await readFile(log, 'utf8').catch(() => '');
  if (text.length < 1_000_000) return text.length;
  await rm(log);
  return 0;
}

async function choosePort(cluster: Cluster): Promise<number> {
  const path = join(cluster.folder, 'port');
  const remembered = Number(await readFile(path, 'utf8').catch(() => '0'));
  const port = (remembered && (await freePort(remembered))) || (await freePort(0));
  if (port !== remembered) await writeFile(path, `${port}\n`);
  return port;
}
