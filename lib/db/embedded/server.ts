import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, lastLine } from '@/lib/db/embedded/cluster';
import { freePort } from '@/lib/db/embedded/port';
import { SetupError } from '@/lib/setup-error';

const exec = promisify(execFile);

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
  await removeStaleLock(cluster);
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
  const said = (await readFile(log, 'utf8').catch(() => '')).slice(before) || started.output;
  if (/lock file .* already exists|Address already in use|could not create any TCP\/IP sockets/i.test(said))
    return false;
  throw new SetupError(`The embedded PostgreSQL did not start: ${lastLine(said)} (see ${log})`);
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

async function lockLines(cluster: Cluster): Promise<string[]> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim());
}

// PostgreSQL sees through most stale locks itself, but not one whose number now belongs to another program
// of the same user: after a kill -9 in a container the numbers start again from 1.
async function removeStaleLock(cluster: Cluster): Promise<void> {
  const pid = Number((await lockLines(cluster))[0]);
  if (!pid || process.platform === 'win32') return;
  const program = await exec('ps', ['-o', 'comm=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '') : '',
  );
  if (program && !program.includes('postgres')) await rm(join(cluster.data, 'postmaster.pid'), { force: true });
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
