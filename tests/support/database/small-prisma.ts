import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const schema =
  'generator client {\n  provider = "prisma-client"\n  output = "generated"\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n';
const person = 'model Person {\n  id Int @id\n  name String\n\n  @@map("people")\n}\n';

/** A small folder like `prisma/` for tests of the migration engine: one model, one migration, no roles. */
export async function smallPrismaFolder(): Promise<{
  folder: string;
  write: (path: string, text: string) => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-prisma-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('schema.prisma', schema);
  await write('models/people.prisma', person);
  await write('migrations/migration_lock.toml', 'provider = "postgresql"\n');
  await write(
    'migrations/20260101000000_people/migration.sql',
    'CREATE TABLE "people" ("id" INTEGER NOT NULL, "name" TEXT NOT NULL, CONSTRAINT "people_pkey" PRIMARY KEY ("id"));\n',
  );
  await write('policies/order.txt', 'people\n');
  await write('policies/people.sql', 'GRANT SELECT ON people TO public;\n');
  return { folder, write };
}
