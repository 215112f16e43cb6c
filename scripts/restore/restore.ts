import { basename } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { jobActor } from '@/lib/authz/job';
import { write } from '@/lib/authz/scope';
import { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { lastMigration } from '@/lib/db/migrations/files';
import { recordJobEvents } from '@/lib/events/record';
import { SetupError } from '@/lib/setup-error';
import { openBusiness } from '@/scripts/restore/archive';
import { checkBusiness } from '@/scripts/restore/check';
import { filesInto } from '@/scripts/restore/files';
import { loadBusiness, requireEmpty } from '@/scripts/restore/load';

/** Milliseconds of the transaction that inserts the rows. */
const longest = 6 * 3_600_000;

/**
 * Restores the business of an archive into this installation, which has none: checks the whole archive, stores its files, and inserts
 * its rows in one transaction of the owner, which commits once the ledger and the audit trail are proven. Nothing is left behind where
 * anything fails. Throws a SetupError that names what is wrong.
 */
export async function restoreBusiness(path: string, ownerUrl: string, print: (line: string) => void): Promise<void> {
  try {
    await restore(path, ownerUrl, (line) => print(printable(line)));
  } catch (error) {
    throw error instanceof SetupError ? new SetupError(printable(error.message)) : error;
  }
}

/** Text that may come from the archive, without what moves the cursor of a terminal. */
const printable = (text: string) => text.replace(/\p{Cc}/gu, '\ufffd');

async function restore(path: string, ownerUrl: string, print: (line: string) => void): Promise<void> {
  const archive = await openBusiness(path);
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl }), errorFormat: 'minimal' });
  const { tenant, files: known, madeAt } = archive.about;
  try {
    await requireEmpty(owner, archive, await lastMigration());
    print(`${tenant.name} (${tenant.id}) as of ${madeAt}: checking every byte …`);
    const files = await checkBusiness(archive);
    print(`Storing ${files.length} files …`);
    const stored = filesInto(archive);
    try {
      for (const file of files) await stored.put(file);
      print('Inserting the rows …');
      await owner.$transaction((db) => loadBusiness(db, archive), { timeout: longest, maxWait: 60_000 });
    } catch (error) {
      await stored.takeBack();
      throw refusalOf(error);
    }
    const worker = jobActor('restore-tenant', tenant.id);
    const facts = { fileName: basename(path) };
    await write(worker, (db) =>
      recordJobEvents(db, worker, [{ name: 'business_export.restored', recordId: tenant.id, facts }]),
    );
    if (known.missing.length > 0) print(`${known.missing.length} files were lost before the archive was made.`);
    if (known.damaged.length > 0) print(`${known.damaged.length} files were damaged before the archive was made.`);
    print(`${tenant.name} is restored. Nobody has a password yet: npm run reset-link makes a link for an admin.`);
  } finally {
    await owner.$disconnect();
    archive.close();
  }
}

/** What PostgreSQL refuses, in its own words; any other error as it is. */
function refusalOf(error: unknown): unknown {
  const [, words] =
    /Message: `([^`]+)`/.exec(error instanceof Prisma.PrismaClientKnownRequestError ? error.message : '') ?? [];
  return words === undefined ? error : new SetupError(`PostgreSQL refuses the rows of the archive: ${words}`);
}
