import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deploy } from '@/lib/db/migrations';
import { faultLine } from '@/lib/setup-error';
import { inOneTransaction } from '@/prisma/seed/transaction';
import { asAdministrator, type CreatedDatabase, createDatabase } from '@/tests/support/database/database';
import { smallPrismaFolder } from '@/tests/support/database/small-prisma';

const tiny = ['statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout'];
const second = '20260102000000_slow';

let database: CreatedDatabase;
let small: Awaited<ReturnType<typeof smallPrismaFolder>>;

beforeEach(async () => {
  database = await createDatabase();
  small = await smallPrismaFolder();
  await asAdministrator(async (admin) => {
    const name = admin.escapeIdentifier(new URL(database.ownerUrl).pathname.slice(1));
    for (const setting of tiny) await admin.query(`alter database ${name} set ${setting} = '100ms'`);
  });
});

afterEach(async () => {
  await database.drop();
  await rm(small.folder, { recursive: true });
});

describe('time limits of the role or the database', () => {
  test('do not end a slow migration', async () => {
    await small.write(`migrations/${second}/migration.sql`, 'select pg_sleep(0.3);\n');
    expect((await deploy(database.ownerUrl, small)).applied).toContain(second);
  });

  test('do not end a slow seed', async () => {
    const slept = await inOneTransaction(database.ownerUrl, (actAs) =>
      actAs({ role: 'oriel_login' }, async (db) => {
        await db.$executeRaw`select pg_sleep(0.15)`;
        await new Promise((resolve) => setTimeout(resolve, 150));
        return db.$executeRaw`select pg_sleep(0.15)`;
      }),
    );
    expect(slept).toBe(1);
  });
});

describe('a start that the database ends', () => {
  test.each([
    ['57014', 'a statement', 'set local statement_timeout = 50'],
    ['25P04', 'a transaction', 'set local transaction_timeout = 0; set local transaction_timeout = 1000'],
  ])('says in one line why (%s, %s) and what to do', async (code, ended, limits) => {
    const error: unknown = await inOneTransaction(database.ownerUrl, (actAs) =>
      actAs({ role: 'oriel_login' }, async (db) => {
        for (const limit of limits.split(';')) await db.$executeRawUnsafe(limit);
        await db.$executeRaw`select pg_sleep(5)`;
      }),
    ).catch((thrown: unknown) => thrown);
    const remedy = 'the machine is very busy; start again when it is quieter';
    expect(faultLine(error)).toContain(`the database ended ${ended} that took too long: ${remedy} (${code}: `);
    expect(faultLine(error)).not.toContain('\n');
  });
});
