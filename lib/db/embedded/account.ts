import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { SetupError } from '@/lib/setup-error';

const exec = promisify(execFile);

/** An operating-system account; null is the account of this process. */
export type Account = { uid: number; gid: number } | null;

/** The account for PostgreSQL, which refuses to run as root: root uses `postgres`, created if missing. Throws a SetupError. */
export async function postgresAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  try {
    return await lookUp('postgres');
  } catch {
    return createAccount();
  }
}

/** The account that owns an existing database; null unless this process runs as root. */
export async function ownerOf(path: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/** The command prefix and ids to run a program as an account that can reach `paths`. Throws a SetupError. */
export async function commandAs(
  account: Account,
  paths: string[],
): Promise<{ prefix: string[]; uid?: number; gid?: number }> {
  if (!account) return { prefix: [] };
  for (const path of paths) {
    const closed = await closedFolder(path, account);
    if (closed) return { prefix: await passThrough(account, closed) };
  }
  return { prefix: [], ...account };
}

async function closedFolder(path: string, account: { uid: number; gid: number }): Promise<string | null> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

// For a checkout in a private folder (root's home, `mktemp -d`): grants the server the capability to traverse folders instead of
// changing the folder's mode. access(2) honours the capability only with no_setuid_fixup.
async function passThrough({ uid, gid }: { uid: number; gid: number }, closed: string): Promise<string[]> {
  const right = '+dac_read_search';
  const prefix = [
    ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
    ...[`--inh-caps=${right}`, `--ambient-caps=${right}`],
  ];
  try {
    await exec('setpriv', [...prefix.slice(1), 'true']);
    return prefix;
  } catch {
    throw new SetupError(
      `PostgreSQL does not run as root, and its account may not enter ${closed}: run Oriel as an ordinary user, or from a folder that everybody may enter`,
    );
  }
}

async function lookUp(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => exec('id', [flag, name])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function createAccount(): Promise<Account> {
  try {
    await exec('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return await lookUp('postgres');
  } catch {
    throw new SetupError(
      'PostgreSQL does not run as root, and no account for it could be made: run Oriel as an ordinary user, or create a user named postgres',
    );
  }
}
