import { randomBytes } from 'node:crypto';
import { access, chown, constants, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ownerOf, postgresAccount } from '@/lib/db/embedded/account';
import { type Programs, programsFor } from '@/lib/db/embedded/programs';
import { SetupError } from '@/lib/setup-error';

/** A complete database folder: `data` (PGDATA), `password` (of the superuser), `port`, `server.log`. */
export type Cluster = { folder: string; data: string; password: string; programs: Programs };

export const superuser = 'oriel';

/**
 * Opens `<dataDir>/postgres`, created at the first call in a draft folder and renamed into place atomically: a killed process
 * leaves no partial folder, and of two concurrent processes the second uses the folder of the first. Throws a SetupError.
 */
export async function ensureCluster(dataDir: string): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  if (!(await isComplete(folder))) await create(folder);
  const programs = await programsFor(await ownerOf(join(folder, 'data')), join(folder, 'data'));
  try {
    const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
    await access(join(folder, 'data'), constants.W_OK);
    return { folder, data: join(folder, 'data'), password, programs };
  } catch (error) {
    throw new SetupError(`${folder} cannot be used (${reason(error)}): start Oriel as the user who started it first`);
  }
}

/** Creates the data folder if missing. Throws a SetupError when it is not writable. */
export async function ensureDataDir(dataDir: string): Promise<void> {
  try {
    // As root, the `postgres` account must traverse this folder; the secret file in it has its own mode.
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
    await rm(await probe(dataDir));
  } catch (error) {
    throw new SetupError(
      `The data folder ${dataDir} cannot be written to (${reason(error)}): set ORIEL_DATA_DIR to a folder that can`,
    );
  }
}

async function probe(dataDir: string): Promise<string> {
  const path = join(dataDir, `.writable.${randomBytes(4).toString('hex')}`);
  await writeFile(path, '');
  return path;
}

async function isComplete(folder: string): Promise<boolean> {
  const inside = await readdir(folder).catch((): string[] => []);
  if (inside.includes('data') && inside.includes('password')) return true;
  if (inside.length === 0) return false;
  throw new SetupError(
    `${folder} is not a database that Oriel made: move it away, or set ORIEL_DATA_DIR to another folder`,
  );
}

async function create(folder: string): Promise<void> {
  await removeAbandoned(folder);
  const draft = `${folder}.draft-${process.pid}-${randomBytes(4).toString('hex')}`;
  const account = await postgresAccount();
  try {
    await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 });
    await writeFile(join(draft, 'password'), `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (account) {
      for (const path of [draft, join(draft, 'data'), join(draft, 'password')])
        await chown(path, account.uid, account.gid);
    }
    const { initdb } = await programsFor(account, join(draft, 'data'));
    const { code, output } = await initdb([
      ...[`--pgdata=${join(draft, 'data')}`, `--username=${superuser}`, `--pwfile=${join(draft, 'password')}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'],
    ]);
    if (code !== 0) throw new SetupError(`The embedded PostgreSQL could not be set up: ${lastLine(output)}`);
    await rename(draft, folder).catch(async (error) => {
      if (!(await isComplete(folder))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes draft folders of dead processes. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const pid = name.startsWith(`${basename(folder)}.draft-`) && Number(name.split('-').at(1));
    if (pid && !isAlive(pid)) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return reason(error) === 'EPERM';
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The last error of PostgreSQL's output, without hints and earlier log lines. */
export function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim());
  const cause = lines.findLast((line) => /(error|FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? 'no reason was given';
  return cause.replace(/^.*?(error|FATAL|PANIC):\s*/, '').trim();
}
