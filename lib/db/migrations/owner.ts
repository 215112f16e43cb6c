import pg from 'pg';
import { liftTimeouts } from '@/lib/db/migrations/no-timeouts';
import { SetupError } from '@/lib/setup-error';

/** Connects as the database's owner. Throws a SetupError with a one-line reason. */
export async function connectAsOwner(url: string): Promise<pg.Client> {
  const owner = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'oriel migrate',
  });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    await liftTimeouts(owner);
    return owner;
  } catch (error) {
    throw new SetupError(`Cannot connect to the database: ${explain(error, new URL(url))}`);
  }
}

function explain(error: unknown, { hostname, port, username, pathname }: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const server = `${hostname}:${port || 5432}`;
  const user = decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1));
  const known: Record<string, string> = {
    ECONNREFUSED: `nothing answers at ${server}`,
    ENOTFOUND: `there is no machine called ${hostname}`,
    EAI_AGAIN: `the name ${hostname} could not be looked up`,
    ETIMEDOUT: `${server} does not answer`,
    EHOSTUNREACH: `${server} cannot be reached`,
    '28P01': `the server refused the password of user ${user}`,
    '28000': `the server does not let user ${user} in`,
    '3D000': `the database ${database} does not exist on ${server} (CREATE DATABASE ${database} OWNER ${user})`,
    '53300': `${server} has no connection left`,
    '57P03': `${server} is still starting up or shutting down`,
  };
  const message = error instanceof Error ? error.message : String(error);
  if (/timeout/i.test(message)) return known.ETIMEDOUT ?? message;
  return known[code] ?? (message || `${server} does not answer`).split('\n', 1).join();
}

type Rights = {
  version: string;
  number: number;
  user: string;
  database: string;
  makesRoles: boolean;
  superuser: boolean;
  changesSchema: boolean;
};

/** Throws a SetupError when the server is too old, or when the user lacks a right that `roles` or the migrations need. */
export async function checkRights(owner: pg.Client, roles: string[]): Promise<void> {
  const { rows } = await owner.query<Rights>(`
    SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
           current_user::text AS user, current_database()::text AS database,
           rolcreaterole AS "makesRoles", rolsuper AS superuser,
           has_schema_privilege('public', 'CREATE') AS "changesSchema"
      FROM pg_roles WHERE rolname = current_user`);
  const [rights] = rows;
  if (!rights) throw new SetupError('The database does not know its own user');
  const { user, database, version } = rights;
  if (rights.number < 150_000) throw new SetupError(`Oriel needs PostgreSQL 15 or newer; this server is ${version}`);
  if (!rights.changesSchema) {
    throw new SetupError(
      `The database user ${user} may not create tables: as a superuser run ALTER DATABASE "${database}" OWNER TO "${user}"`,
    );
  }
  if (rights.superuser) return;
  const { missing, foreign } = await inspectRoles(owner, roles, rights.number < 160_000 && rights.makesRoles);
  if (missing.length && !rights.makesRoles) {
    throw new SetupError(
      `The database user ${user} may not create the roles ${missing.join(', ')}: as a superuser run ALTER ROLE "${user}" CREATEROLE`,
    );
  }
  if (foreign.length) {
    throw new SetupError(
      `The database user ${user} does not manage roles that another user made: as a superuser run GRANT ${foreign.join(', ')} TO "${user}" WITH ADMIN OPTION`,
    );
  }
}

/** Missing roles, and roles without ADMIN OPTION for the user (CREATEROLE was sufficient up to PostgreSQL 15). */
async function inspectRoles(
  owner: pg.Client,
  roles: string[],
  manages: boolean,
): Promise<{ missing: string[]; foreign: string[] }> {
  const { rows } = await owner.query<{ name: string; managed: boolean }>(
    `SELECT rolname::text AS name, $2 OR pg_has_role(oid, 'MEMBER WITH ADMIN OPTION') AS managed
       FROM pg_roles WHERE rolname = ANY ($1) ORDER BY rolname`,
    [roles, manages],
  );
  const existing = rows.map(({ name }) => name);
  return {
    missing: roles.filter((role) => !existing.includes(role)),
    foreign: rows.filter(({ managed }) => !managed).map(({ name }) => name),
  };
}

/** Throws a SetupError unless the user may create databases: drift() applies the migrations to a scratch database. */
export async function checkScratchRight(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ user: string; allowed: boolean }>(
    'SELECT current_user::text AS user, rolcreatedb OR rolsuper AS allowed FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.allowed) return;
  throw new SetupError(
    `The database user ${rows[0]?.user} may not create a scratch database: as a superuser run ALTER ROLE "${rows[0]?.user}" CREATEDB`,
  );
}
