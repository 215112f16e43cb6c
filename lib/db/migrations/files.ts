import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MigrationDirectory, MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { SetupError } from '@/lib/setup-error';

/** The folder `prisma/`: the models, the way they came to be, and the wall. */
export type PrismaFolder = { models: SchemaContainer[]; migrations: MigrationList; policies: string };

/** Reads `<folder>/schema.prisma`, `models/*.prisma`, `migrations/` and `policies.sql`. */
export async function readPrismaFolder(folder: string): Promise<PrismaFolder> {
  try {
    return {
      models: await readModels(folder),
      migrations: await readMigrations(join(folder, 'migrations')),
      policies: await readFile(join(folder, 'policies.sql'), 'utf8'),
    };
  } catch (error) {
    throw new SetupError(`The folder ${folder} is not complete: ${error instanceof Error ? error.message : error}`);
  }
}

async function readModels(folder: string): Promise<SchemaContainer[]> {
  const models = (await readdir(join(folder, 'models'))).filter((name) => name.endsWith('.prisma')).sort();
  const paths = ['schema.prisma', ...models.map((name) => join('models', name))].map((path) => join(folder, path));
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, 'utf8') })));
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: resolve(folder),
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(folder, 'migration_lock.toml'), 'utf8') },
    migrationDirectories: await Promise.all(names.map((name) => readMigration(folder, name))),
  };
}

async function readMigration(folder: string, name: string): Promise<MigrationDirectory> {
  const value = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
}
