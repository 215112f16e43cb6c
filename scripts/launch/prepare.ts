import { resolve } from 'node:path';
import { appUrl } from '@/lib/db/app-url';
import { openEmbedded } from '@/lib/db/embedded';
import { ensureDataDir } from '@/lib/db/embedded/cluster';
import { deploy } from '@/lib/db/migrations';
import { type LaunchEnv, launchEnv } from '@/lib/env';
import { appPassword, ensureSecret } from '@/lib/secret';

/** A running database. `ownerUrl` logs in as its owner; `close` stops an embedded server after its last user. */
export type Database = { ownerUrl: string; close: () => Promise<void> };

/** A migrated database, its URL for the portal (`oriel_app`), and the portal's environment variables. */
export type Prepared = { database: Database; portalUrl: string; appVariables: Record<string, string> };

/** Opens the PostgreSQL of DATABASE_URL, or the embedded one. A demo always uses a separate embedded database. */
export async function openDatabase(env: LaunchEnv): Promise<Database> {
  if (env.databaseUrl && !env.demo) return { ownerUrl: env.databaseUrl, close: async () => undefined };
  const { url, close } = await openEmbedded(resolve(env.dataDir), { database: env.demo ? 'oriel_demo' : 'oriel' });
  return { ownerUrl: url, close };
}

/** The signing key: ORIEL_SECRET, or the key in the data folder, created if missing. */
export async function signingKey(env: LaunchEnv): Promise<string> {
  if (env.secret) return env.secret;
  await ensureDataDir(resolve(env.dataDir));
  return ensureSecret(resolve(env.dataDir));
}

/** Opens and migrates the database; closes it when a step fails. */
export async function prepare(env = launchEnv()): Promise<Prepared> {
  const secret = await signingKey(env);
  const database = await openDatabase(env);
  try {
    const given = env.demo ? undefined : env.appDatabaseUrl;
    await deploy(database.ownerUrl, { appPassword: given ? undefined : appPassword(secret) });
    const portalUrl = given ?? appUrl(database.ownerUrl, secret);
    const appVariables = {
      ORIEL_SECRET: secret,
      ORIEL_APP_DATABASE_URL: portalUrl,
      ORIEL_DATA_DIR: resolve(env.dataDir),
      ORIEL_URL: env.url,
      NEXTAUTH_URL: env.url, // without it next-auth uses localhost:3000
      ORIEL_DEMO: env.demo ? '1' : '0',
      // Empty, not absent: otherwise Next would load the owner's URL from .env.
      DATABASE_URL: '',
    };
    return { database, portalUrl, appVariables };
  } catch (error) {
    await database.close();
    throw error;
  }
}
