import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { PolicyFile, PrismaFolder } from '@/lib/db/migrations/files';
import { SetupError } from '@/lib/setup-error';

/** The names of all roles in the policies: `oriel_app` and the roles it takes. */
export function rolesIn(policies: readonly PolicyFile[]): string[] {
  return [...new Set(textOf(policies).match(/\boriel_[a-z]+\b/g))].sort();
}

/**
 * Applies all policies in one transaction and returns true; skips unchanged policies, unless `always`, and returns false, because
 * applying locks every table of a running portal. Throws a SetupError.
 */
export async function raiseWall(owner: pg.Client, folder: PrismaFolder, always: boolean): Promise<boolean> {
  const { rows } = await owner.query<{ comment: string | null; database: string }>(
    `SELECT obj_description('public'::regnamespace, 'pg_namespace') AS comment, oid::text AS database
       FROM pg_database WHERE datname = current_database()`,
  );
  const stamp = `Oriel's tables. Wall: ${fingerprint(folder, rows[0]?.database)}`;
  if (!always && rows[0]?.comment === stamp && (await allExist(owner, rolesIn(folder.policies)))) return false;
  await owner.query('BEGIN');
  try {
    await owner.query(textOf(folder.policies));
    await owner.query(`COMMENT ON SCHEMA public IS ${owner.escapeLiteral(stamp)}`);
    await owner.query('COMMIT');
    return true;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw new SetupError(`The wall was refused and nothing of it was applied: ${placeOf(error, folder.policies)}`);
  }
}

/** Sets the password of `oriel_app`, derived from the portal's secret. PostgreSQL stores a SCRAM hash. Throws a SetupError. */
export async function setAppPassword(owner: pg.Client, password: string): Promise<void> {
  try {
    await owner.query("SET password_encryption = 'scram-sha-256'");
    await owner.query(`ALTER ROLE oriel_app PASSWORD ${owner.escapeLiteral(password)}`);
  } catch (error) {
    throw new SetupError(
      `The password of oriel_app could not be set (${describe(error, '')}): give the database user CREATEROLE, or set ORIEL_APP_DATABASE_URL`,
    );
  }
}

/** PostgreSQL's error message for a script, with the line number. */
export function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : 0;
  return position ? `${error.message} (line ${sql.slice(0, position).split('\n').length})` : error.message;
}

/** PostgreSQL's error message for a policy, with file and line number. */
function placeOf(error: unknown, policies: readonly PolicyFile[]): string {
  if (!(error instanceof Error)) return String(error);
  let position = 'position' in error ? Number(error.position) : 0;
  for (const { name, sql } of position ? policies : []) {
    // PostgreSQL counts characters, JavaScript counts UTF-16 units.
    const characters = [...sql];
    if (position <= characters.length)
      return `${error.message} (${name}, line ${characters.slice(0, position).filter((one) => one === '\n').length + 1})`;
    position -= characters.length + 1;
  }
  return error.message;
}

const textOf = (policies: readonly PolicyFile[]) => policies.map(({ sql }) => sql).join('\n');

// Includes the database's oid: a copied or restored database has the comment, but not the grants on the database itself.
function fingerprint({ policies, migrations }: PrismaFolder, database: string | undefined): string {
  const names = migrations.migrationDirectories.map((migration) => migration.path);
  return createHash('sha256')
    .update(JSON.stringify([textOf(policies), names, database]))
    .digest('hex')
    .slice(0, 16);
}

// A restored dump has the comment, but not the server's roles.
async function allExist(owner: pg.Client, roles: string[]): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = ANY ($1)', [roles]);
  return rowCount === roles.length;
}
