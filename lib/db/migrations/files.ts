import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MigrationDirectory, MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { SetupError } from '@/lib/setup-error';

/** The contents of `prisma/`; policies are in the order of application. */
export type PrismaFolder = { models: SchemaContainer[]; migrations: MigrationList; policies: PolicyFile[] };

/** `name` is the path within the folder, for error messages. */
export type PolicyFile = { name: string; sql: string };

/** Reads `<folder>/schema.prisma`, `models/*.prisma`, `migrations/` and `policies/`. Throws a SetupError. */
export async function readPrismaFolder(folder: string): Promise<PrismaFolder> {
  try {
    return {
      models: await readModels(folder),
      migrations: await readMigrations(join(folder, 'migrations')),
      policies: await readPolicies(join(folder, 'policies')),
    };
  } catch (error) {
    throw new SetupError(`The folder ${folder} is not complete: ${error instanceof Error ? error.message : error}`);
  }
}

/** The name of the last migration of the folder, which says what the tables look like. */
export async function lastMigration(folder = 'prisma'): Promise<string> {
  const { migrationDirectories } = await readMigrations(join(folder, 'migrations'));
  return migrationDirectories.at(-1)?.path ?? '';
}

async function readModels(folder: string): Promise<SchemaContainer[]> {
  const models = (await readdir(join(folder, 'models'))).filter((name) => name.endsWith('.prisma')).sort();
  const paths = ['schema.prisma', ...models.map((name) => join('models', name))].map((path) => join(folder, path));
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, 'utf8') })));
}

/** Reads the files in `order.txt`. Throws an Error for an unlisted file, which would otherwise be silently ignored. */
async function readPolicies(folder: string): Promise<PolicyFile[]> {
  const order = (await readFile(join(folder, 'order.txt'), 'utf8')).split('\n').filter((line) => line !== '');
  const names = order.map((name) => `${name}.sql`);
  const unlisted = (await readdir(folder)).filter((name) => name !== 'order.txt' && !names.includes(name));
  if (unlisted.length > 0) throw new Error(`policies/order.txt does not list ${unlisted.join(', ')}`);
  return Promise.all(
    names.map(async (name) => ({ name: `policies/${name}`, sql: await readFile(join(folder, name), 'utf8') })),
  );
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
