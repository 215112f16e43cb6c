import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deploy, draftMigration, drift, status } from '@/lib/db/migrations';
import { type CreatedDatabase, createDatabase } from '@/tests/support/database/database';
import { testSecret } from '@/tests/support/database/global-setup';
import { smallPrismaFolder } from '@/tests/support/database/small-prisma';
import { runScript } from '@/tests/support/processes/script';

let database: CreatedDatabase;
let small: Awaited<ReturnType<typeof smallPrismaFolder>>;
let owner: pg.Client;

beforeEach(async () => {
  database = await createDatabase();
  small = await smallPrismaFolder();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  await owner.end();
  await database.drop();
  await rm(small.folder, { recursive: true });
});

const history = async () =>
  (await owner.query('SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1'))
    .rows;
const people = '20260101000000_people';
const second = '20260102000000_second';

describe('the migrations of the portal', () => {
  test('make exactly what the models say', async () => {
    expect(await drift(database.ownerUrl)).toBeNull();
  });

  test('have one file of policies per file of models, between the roles and the five of functions past row security', async () => {
    const order = (await readFile('prisma/policies/order.txt', 'utf8')).trim().split('\n');
    const models = (await readdir('prisma/models')).map((name) => name.replace('.prisma', ''));
    expect([...order].sort()).toEqual(
      [...models, 'roles', 'definer', 'notify', 'contacts', 'explain', 'erasure'].sort(),
    );
    expect([order.at(0), ...order.slice(-5)]).toEqual(['roles', 'definer', 'notify', 'contacts', 'explain', 'erasure']);
  });

  test('are applied once when two processes deploy at once', async () => {
    const deployOnce = () =>
      runScript('scripts/migrate.ts', ['deploy'], { DATABASE_URL: database.ownerUrl, ORIEL_SECRET: testSecret });
    const ended = await Promise.all([deployOnce(), deployOnce()]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended.map(({ output }) => output.split(' ', 1).join()).sort()).toEqual(['Applied', 'Nothing']);
    const names = (await readdir('prisma/migrations')).filter((name) => /^\d/.test(name)).sort();
    expect(await history()).toEqual(names.map((migration_name) => ({ migration_name, finished: true })));
  });
});

describe('deploying', () => {
  test('reports what was applied, and nothing the second time', async () => {
    expect(await status(database.ownerUrl, small.folder)).toEqual({
      pending: [people],
      edited: [],
      failed: [],
      unknown: [],
    });
    expect(await deploy(database.ownerUrl, small)).toEqual({ applied: [people], wall: true });
    expect(await deploy(database.ownerUrl, small)).toEqual({ applied: [], wall: false });
    expect(await status(database.ownerUrl, small.folder)).toEqual({ pending: [], edited: [], failed: [], unknown: [] });
  });

  test('sends a migration whole, semicolons inside functions and strings included', async () => {
    await small.write(
      `migrations/${second}/migration.sql`,
      "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;\nINSERT INTO people VALUES (1, 'a;b');\n",
    );
    await deploy(database.ownerUrl, small);
    expect((await owner.query('SELECT twice(id) AS n, name FROM people')).rows).toEqual([{ n: 2, name: 'a;b' }]);
  });

  test('leaves nothing of a migration that fails, says where it failed, and goes on once it is mended', async () => {
    await small.write(
      `migrations/${second}/migration.sql`,
      'CREATE TABLE half (id int);\nCREATE TABLE other (id nonsense);\n',
    );
    await expect(deploy(database.ownerUrl, small)).rejects.toThrow(
      `Migration ${second} failed and nothing of it was applied: type "nonsense" does not exist (line 2)`,
    );
    expect((await owner.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }]);
    expect(await history()).toEqual([{ migration_name: people, finished: true }]);

    await small.write(`migrations/${second}/migration.sql`, 'CREATE TABLE half (id int);\n');
    expect((await deploy(database.ownerUrl, small)).applied).toEqual([second]);
  });

  test('accepts a migration that brings its own BEGIN and COMMIT', async () => {
    await small.write(`migrations/${second}/migration.sql`, 'BEGIN;\nCREATE TABLE own (id int);\nCOMMIT;\n');
    expect((await deploy(database.ownerUrl, small)).applied).toEqual([people, second]);
    expect((await deploy(database.ownerUrl, small)).applied).toEqual([]);
  });

  test('raises the wall again when it changed or when told to, and keeps the old one when the new one is refused', async () => {
    await deploy(database.ownerUrl, small);
    expect((await deploy(database.ownerUrl, { ...small, always: true })).wall).toBe(true);
    await small.write(
      'policies/people.sql',
      '-- «ä»\nREVOKE ALL ON people FROM public;\nGRANT SELECT ON poeple TO public;\n',
    );
    await expect(deploy(database.ownerUrl, small)).rejects.toThrow(
      'The wall was refused and nothing of it was applied: relation "poeple" does not exist',
    );
    const readable =
      "SELECT 'public=r' AS granted FROM information_schema.table_privileges WHERE table_name = 'people' AND grantee = 'PUBLIC'";
    expect((await owner.query(readable)).rowCount).toBe(1);
    await small.write('policies/people.sql', 'REVOKE ALL ON people FROM public;\n');
    expect((await deploy(database.ownerUrl, small)).wall).toBe(true);
    expect((await owner.query(readable)).rowCount).toBe(0);
  });

  test('names an edited migration and one that the folder no longer has', async () => {
    await small.write(`migrations/${second}/migration.sql`, 'CREATE TABLE second (id int);\n');
    await deploy(database.ownerUrl, small);
    await small.write(`migrations/${people}/migration.sql`, '-- nothing\n');
    await rm(join(small.folder, 'migrations', second), { recursive: true });
    expect(await status(database.ownerUrl, small.folder)).toMatchObject({ edited: [people], unknown: [second] });
  });

  test('applies policies in the listed order as one, and names the file and the line of an error', async () => {
    await small.write('policies/order.txt', 'people\nmore\n');
    await small.write('policies/more.sql', '-- «ä» 𝕆\nGRANT SELECT ON people TO public;\nGRANT nonsense;\n');
    await expect(deploy(database.ownerUrl, small)).rejects.toThrow(
      /nothing of it was applied: .* \(policies\/more\.sql, line 3\)$/,
    );
    await small.write('policies/more.sql', 'REVOKE SELECT ON people FROM public;\n');
    await deploy(database.ownerUrl, small);
    const granted =
      "SELECT FROM information_schema.table_privileges WHERE table_name = 'people' AND grantee = 'PUBLIC'";
    expect((await owner.query(granted)).rowCount).toBe(0);
  });

  test('raises the wall of a copied database, whose own rights are not copied', async () => {
    await deploy(database.ownerUrl, small);
    await owner.end(); // a database with connections cannot be copied
    const copy = await createDatabase(database.ownerUrl);
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      expect(await deploy(copy.ownerUrl, small)).toEqual({ applied: [], wall: true });
    } finally {
      await copy.drop();
    }
  });

  test('names a policy file that is missing, and one that the order does not list', async () => {
    await small.write('policies/forgotten.sql', 'SELECT 1;\n');
    await expect(deploy(database.ownerUrl, small)).rejects.toThrow(
      /^The folder .* is not complete: policies\/order\.txt does not list forgotten\.sql$/,
    );
    await rm(join(small.folder, 'policies/forgotten.sql'));
    await rm(join(small.folder, 'policies/people.sql'));
    await expect(deploy(database.ownerUrl, small)).rejects.toThrow(
      /^The folder .* is not complete: ENOENT.*people\.sql/,
    );
  });
});

describe('a new migration', () => {
  const twoColumns = 'model Person {\n  id Int @id\n  name String\n  age Int?\n\n  @@map("people")\n}\n';

  test('is written for what the models say and the migrations do not, and then nothing is left to say', async () => {
    await small.write('models/people.prisma', twoColumns);
    expect(await drift(database.ownerUrl, small)).toMatch(/Added column `age`/);
    const path = await draftMigration(database.ownerUrl, 'add_age', small.folder);
    expect(path).toMatch(/\d{14}_add_age\/migration\.sql$/);
    expect(await readFile(String(path), 'utf8')).toContain('ADD COLUMN     "age" INTEGER');
    expect(await drift(database.ownerUrl, small)).toBeNull();
    expect(await draftMigration(database.ownerUrl, 'again', small.folder)).toBeNull();
    const scratch = await owner.query("SELECT FROM pg_database WHERE datname LIKE 'oriel_shadow_%'");
    expect(scratch.rowCount).toBe(0);
  });

  test.each(['../evil', 'Add Age', ''])('named %j is refused', async (name) => {
    await expect(draftMigration(database.ownerUrl, name, small.folder)).rejects.toThrow(/is named in small letters/);
  });
});
