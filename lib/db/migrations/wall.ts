import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { PrismaFolder } from '@/lib/db/migrations/files';
import { SetupError } from '@/lib/setup-error';

/** The roles that a policies file speaks of, `oriel_app` and the ones it takes. */
export function rolesIn(policies: string): string[] {
  return [...new Set(policies.match(/\boriel_[a-z]+\b/g))].sort();
}

/**
 * Raises the wall in one transaction, unless the very same one already stands: raising it locks every table for a moment,
 * which a running portal should feel only when something changed. `always` raises it again regardless.
 */
export async function raiseWall(owner: pg.Client, folder: PrismaFolder, always: boolean): Promise<boolean> {
  const stamp = `Oriel's tables. Wall: ${fingerprint(folder)}`;
  const { rows } = await owner.query<{ comment: string | null }>(
    "SELECT obj_description('public'::regnamespace, 'pg_namespace') AS comment",
  );
  if (!always && rows[0]?.comment === stamp && (await allExist(owner, rolesIn(folder.policies)))) return false;
  await owner.query('BEGIN');
  try {
    await owner.query(folder.policies);
    await owner.query(`COMMENT ON SCHEMA public IS ${owner.escapeLiteral(stamp)}`);
    await owner.query('COMMIT');
    return true;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw new SetupError(`policies.sql was refused and nothing of it was applied: ${describe(error, folder.policies)}`);
  }
}

/** Lets `oriel_app` log in with the password that the portal works out from the secret. PostgreSQL keeps a SCRAM hash of it. */
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

/** What PostgreSQL said about a file, with the line it happened on. */
export function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : 0;
  return position ? `${error.message} (line ${sql.slice(0, position).split('\n').length})` : error.message;
}

function fingerprint({ policies, migrations }: PrismaFolder): string {
  const names = migrations.migrationDirectories.map((migration) => migration.path);
  return createHash('sha256')
    .update(JSON.stringify([policies, names]))
    .digest('hex')
    .slice(0, 16);
}

// A restored dump brings the stamp with it, but not the server's roles.
async function allExist(owner: pg.Client, roles: string[]): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = ANY ($1)', [roles]);
  return rowCount === roles.length;
}
