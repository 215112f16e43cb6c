import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, ensureCluster, ensureDataDir, superuser } from '@/lib/db/embedded/cluster';
import { announcedPort, type Settings, startServer, stopServer } from '@/lib/db/embedded/server';
import { SetupError } from '@/lib/setup-error';

/** A running embedded server. `url` logs in as its superuser; `close` stops the server when no other process uses it. */
export type Embedded = { url: string; close: () => Promise<void> };

export type EmbeddedOptions = {
  /** The database name; created at the first use. */
  database?: string;
  /** PostgreSQL settings in addition to Oriel's; effective only when this call starts the server. */
  settings?: Settings;
};

const inUse = 0x6f7269; // advisory lock, held shared by every process that uses the server
const creating = inUse + 1;

/**
 * Starts the PostgreSQL under `<dataDir>/postgres`, or joins a server that already runs there. Each process holds a shared
 * advisory lock on its own connection, which is released even after a kill -9; the process that gets the exclusive lock is the
 * last user and stops the server. Throws a SetupError when the server does not start or answer.
 */
export async function openEmbedded(
  dataDir: string,
  { database = 'oriel', settings = {} }: EmbeddedOptions = {},
): Promise<Embedded> {
  await ensureDataDir(dataDir);
  const cluster = await ensureCluster(dataDir);
  let closing = false;

  const hold = async (): Promise<Held> => {
    const held = await attach(cluster, database, settings);
    held.holder.once('error', bringBack);
    return held;
  };
  // The server died: restart it on the same port, so that the portal's pool reconnects.
  const bringBack = () => {
    if (closing) return;
    console.error('The embedded PostgreSQL went away; starting it again.');
    held = hold();
    held.catch((error) => console.error(error instanceof Error ? error.message : error));
  };

  let held = hold();
  const { port } = await held;
  return {
    url: address(cluster, port, database),
    close: async () => {
      closing = true;
      const last = await held.catch(() => null);
      if (last) await leave(cluster, last.holder);
    },
  };
}

type Held = { holder: pg.Client; port: number };

async function attach(cluster: Cluster, database: string, settings: Settings): Promise<Held> {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await pause(50)) {
    const port = await announcedPort(cluster);
    const holder = port && (await connectHolder(cluster, database, port));
    if (holder) return { holder, port };
    await startServer(cluster, settings);
  }
  throw new SetupError(`The embedded PostgreSQL in ${cluster.folder} does not answer (see server.log there)`);
}

/** Opens the connection that holds the shared lock and creates the database; null when no server answers yet. */
async function connectHolder(cluster: Cluster, database: string, port: number): Promise<pg.Client | null> {
  const holder = new pg.Client({
    connectionString: address(cluster, port, 'postgres'),
    application_name: 'oriel',
    keepAlive: true,
  });
  holder.on('error', () => undefined);
  try {
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock_shared($1)', [inUse]);
    await createDatabase(holder, database);
    return holder;
  } catch (error) {
    await holder.end().catch(() => undefined);
    if (isAbsence(error)) return null;
    throw new SetupError(`The embedded PostgreSQL refused: ${error instanceof Error ? error.message : error}`);
  }
}

async function createDatabase(holder: pg.Client, name: string): Promise<void> {
  await holder.query('SELECT pg_advisory_lock($1)', [creating]);
  const { rowCount } = await holder.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (!rowCount) await holder.query(`CREATE DATABASE ${holder.escapeIdentifier(name)}`);
  await holder.query('SELECT pg_advisory_unlock($1)', [creating]);
}

async function leave(cluster: Cluster, holder: pg.Client): Promise<void> {
  try {
    await holder.query('SELECT pg_advisory_unlock_shared($1)', [inUse]);
    const { rows } = await holder.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [inUse]);
    // The lock is held during the stop: a joining process waits, loses its connection and restarts the server.
    if (rows[0]?.last) await stopServer(cluster);
  } catch (error) {
    // Another process that closed at the same time has already stopped the server.
    if (!isAbsence(error)) throw error;
  } finally {
    await holder.end().catch(() => undefined);
  }
}

function address(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

// True when the server is down, starting or stopping, or when a foreign server uses the port.
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const text = error instanceof Error ? error.message : '';
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '28P01', '28000', '3D000'].includes(
      String(code),
    ) || /Connection terminated|not queryable|SASL|SCRAM/i.test(text)
  );
}
