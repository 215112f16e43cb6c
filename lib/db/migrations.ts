import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';
import { withEngine } from '@/lib/db/migrations/engine';
import type { EngineAdapter } from '@/lib/db/migrations/engine-adapter';
import { type PrismaFolder, readPrismaFolder } from '@/lib/db/migrations/files';
import { checkRights, checkScratchRight, connectAsOwner } from '@/lib/db/migrations/owner';
import { describe, raiseWall, rolesIn, setAppPassword } from '@/lib/db/migrations/wall';
import { SetupError } from '@/lib/setup-error';

const filters = { externalTables: [], externalEnums: [] };
const deploying = 0x6f726965; // advisory lock: one deploy at a time per database

export type Deployed = { applied: string[]; wall: boolean };
export type DeployOptions = {
  /** The folder of models, migrations and policies. */
  folder?: string;
  /** The password of `oriel_app`; unchanged when absent. */
  appPassword?: string | undefined;
  /** Applies the wall even when it is unchanged. */
  always?: boolean;
};

/**
 * Applies pending migrations, the wall and the portal's password. `url` logs in as the owner. Each migration and its row in
 * `_prisma_migrations` are one transaction. An advisory lock serialises concurrent deploys. Throws a SetupError.
 */
export async function deploy(
  url: string,
  { folder = 'prisma', appPassword, always = false }: DeployOptions = {},
): Promise<Deployed> {
  const files = await readPrismaFolder(folder);
  return asOwner(url, async (owner) => {
    await checkRights(owner, rolesIn(files.policies));
    await owner.query('SELECT pg_advisory_lock($1)', [deploying]);
    const applied = await engineFor(url, files, (engine, adapter) => applyEach(engine, adapter, files));
    const wall = await raiseWall(owner, files, always || applied.length > 0);
    if (appPassword) await setAppPassword(owner, appPassword);
    return { applied, wall };
  });
}

export type Status = { pending: string[]; edited: string[]; failed: string[]; unknown: string[] };

/** Compares the database's migration history with the folder; `unknown` are applied migrations missing from the folder. */
export async function status(url: string, folder = 'prisma'): Promise<Status> {
  const files = await readPrismaFolder(folder);
  return asOwner(url, () =>
    engineFor(url, files, async (engine) => {
      const found = await engine.diagnoseMigrationHistory({
        migrationsList: files.migrations,
        optInToShadowDatabase: false,
        filters,
      });
      const { history } = found;
      return {
        pending: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
        unknown: history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
        edited: found.editedMigrationNames,
        failed: found.failedMigrationNames,
      };
    }),
  );
}

/** The difference between models and migrations as a readable list or an SQL script; null when there is none. Throws a SetupError. */
export async function drift(url: string, { folder = 'prisma', script = false } = {}): Promise<string | null> {
  const files = await readPrismaFolder(folder);
  return asOwner(url, async (owner) => {
    await checkScratchRight(owner);
    return engineFor(url, files, async (engine) => {
      const from = { tag: 'migrations' as const, ...files.migrations };
      const to = { tag: 'schemaDatamodel' as const, files: files.models };
      const { exitCode, stdout } = await engine.diff({ from, to, script, exitCode: true, filters });
      return exitCode === 2 ? (stdout ?? '') : null;
    });
  });
}

/** Writes the difference as a migration and returns the file's path; null when there is none. Throws a SetupError. */
export async function draftMigration(url: string, name: string, folder = 'prisma'): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new SetupError(`A migration is named in small letters, like add_phases; not "${name}"`);
  const script = await drift(url, { folder, script: true });
  if (script === null) return null;
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const directory = join(folder, 'migrations', `${time}_${name}`);
  await mkdir(directory);
  await writeFile(join(directory, 'migration.sql'), script);
  return join(directory, 'migration.sql');
}

async function applyEach(
  engine: SchemaEngine,
  adapter: EngineAdapter,
  { migrations }: PrismaFolder,
): Promise<string[]> {
  const applied: string[] = [];
  for (const [index, { path, migrationFile }] of migrations.migrationDirectories.entries()) {
    const migrationsList = { ...migrations, migrationDirectories: migrations.migrationDirectories.slice(0, index + 1) };
    try {
      const done = await adapter.inTransaction(() => engine.applyMigrations({ migrationsList, filters }));
      applied.push(...done.appliedMigrationNames);
    } catch (error) {
      const sql = migrationFile.content.value;
      throw new SetupError(
        `Migration ${path} failed and nothing of it was applied: ${describe(adapter.scriptError ?? error, sql)}`,
      );
    }
  }
  return applied;
}

function engineFor<T>(
  url: string,
  { models }: PrismaFolder,
  work: (engine: SchemaEngine, adapter: EngineAdapter) => Promise<T>,
): Promise<T> {
  return withEngine(
    url,
    models.map(({ path, content }) => [path, content]),
    work,
  );
}

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await connectAsOwner(url);
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
