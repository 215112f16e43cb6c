import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, lastLine } from '@/lib/db/embedded/cluster';
import { freePort } from '@/lib/db/embedded/port';
import { SetupError } from '@/lib/setup-error';

const exec = promisify(execFile);

const nobodysPid = 2_147_483_647; // larger than any operating system hands out

export type Settings = Readonly<Record<string, string>>;

// Errors of single statements are the portal's to log: here they could carry people's data.
const settings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_checkpoints: 'off',
  log_min_messages: 'log',
};

/** Starts the server. False when it did not come up because another process has just started it, or is about to. */
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

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await cluster.programs.pgCtl(['stop', '--wait', '--timeout=60', '--mode=fast', '--pgdata', cluster.data]);
}

/** The port of the server that runs on this folder, or ran and was killed; null when it was stopped properly. */
export async function announcedPort(cluster: Cluster): Promise<number | null> {
  const lines = await lockLines(cluster);
  return Number(lines[3]) || null;
}

const lockFile = (cluster: Cluster) => join(cluster.data, 'postmaster.pid');

async function lockLines(cluster: Cluster): Promise<string[]> {
  const text = await readFile(lockFile(cluster), 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim());
}

// PostgreSQL sees through most stale locks itself, but not through one whose number now belongs to another program of
// the same user (in a container the numbers start again from 1) or to a dead server that nobody has reaped.
// Only the number is changed: by the rest PostgreSQL makes sure that no old process still holds the shared memory.
async function disownStaleLock(cluster: Cluster): Promise<void> {
  const lines = await lockLines(cluster);
  if (!Number(lines[0]) || process.platform === 'win32') return;
  const { stdout } = await exec('ps', ['-o', 'stat=,comm=', '-p', String(lines[0])]).catch(() => ({ stdout: '' }));
  const [state, program] = stdout.trim().split(/\s+/);
  if (!state || (program?.includes('postgres') && !state.startsWith('Z'))) return;
  const unchanged = (await lockLines(cluster)).join() === lines.join();
  if (unchanged) writeFileSync(lockFile(cluster), [nobodysPid, ...lines.slice(1)].join('\n'));
}

/** How long the log is, begun afresh when it has grown large. */
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
