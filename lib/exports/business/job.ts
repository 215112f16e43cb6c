import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readAsRecipient } from '@/lib/auth/on-behalf';
import type { JobActor, TeamOnBehalfActor } from '@/lib/authz/actor';
import { readBusiness } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { lastMigration } from '@/lib/db/migrations/files';
import { AppError } from '@/lib/errors';
import { recordJobEvents } from '@/lib/events/record';
import { aboutOf, type Tables } from '@/lib/exports/business/about';
import { entry, readMe, takenTables } from '@/lib/exports/business/format';
import { type Chains, chainsOf, columnsOf, filesOf, linesOf } from '@/lib/exports/business/rows';
import { type Archive, openArchive } from '@/lib/exports/pack/archive';
import { type Asked, make, type Progress, written } from '@/lib/exports/pack/making';
import { bytesOf } from '@/lib/exports/pack/pack';
import { dayOf } from '@/lib/format';
import type { JobHandler } from '@/lib/jobs/job';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';

const jobArguments = z.object({ exportId: z.uuid() });

/** Makes the archive of a whole business, for as long as the admin who asked is one. */
export const packBusiness: JobHandler = (job, worker, renew) => {
  const { exportId: id } = jobArguments.parse(job.arguments);
  return make({ id, attempts: job.attempts }, worker, renew, (asked) => ({
    fill: async (progress) => fill(await adminOf(asked, worker), worker, progress),
    stillMay: () => adminOf(asked, worker),
    finished: (db, facts) => recordJobEvents(db, worker, [{ name: 'business_export.finished', recordId: id, facts }]),
    failed: (db, reason) =>
      recordJobEvents(db, worker, [{ name: 'business_export.failed', recordId: id, facts: { reason } }]),
  }));
};

/** The admin who asked, who still is one of the business. Throws FORBIDDEN. */
async function adminOf({ askedById }: Asked, worker: JobActor): Promise<TeamOnBehalfActor> {
  const actor = await readAsRecipient(worker, askedById);
  if (actor.userType !== 'admin') throw new AppError('FORBIDDEN');
  return actor;
}

type Read = { tables: Tables; chains: Chains; list: SpooledFile; count: number };

/** All rows of one snapshot first, then the files, for which no transaction is held. */
async function fill(admin: TeamOnBehalfActor, worker: JobActor, progress: Progress): Promise<SpooledFile> {
  const at = new Date();
  const { tenant } = admin;
  await progress.begin(0);
  const archive = openArchive({ fileName: `${tenant.name} ${dayOf(at, tenant.timeZone)} complete.zip`, at });
  return written(archive, async () => {
    await archive.add(entry.readMe, readMe, true);
    const { list, count, ...read } = await readBusiness(worker, (db) => takeRows(db, archive));
    try {
      await progress.begin(count);
      const files = await takeFiles(list, archive, progress);
      const about = aboutOf({ at, admin, lastMigration: await lastMigration(), ...read, files: { count, ...files } });
      await archive.add(entry.about, `${JSON.stringify(about, null, 2)}\n`, true);
    } finally {
      await list.discard();
    }
  });
}

async function takeRows(db: ReadDb, archive: Archive): Promise<Read> {
  const tables: Tables = [];
  for (const name of takenTables) {
    const columns = await columnsOf(db, name);
    let rows = 0;
    async function* bytes() {
      for await (const line of linesOf(db, name, columns)) {
        rows++;
        yield Buffer.from(`${line}\n`);
      }
    }
    await archive.add(entry.table(name), bytes(), true);
    tables.push({ name, rows, columns });
  }
  const chains = await chainsOf(db);
  let count = 0;
  // On disk, because memory would grow with the number of files.
  async function* lines() {
    for await (const file of filesOf(db)) {
      count++;
      yield Buffer.from(`${file}\n`);
    }
  }
  const list = await spoolMade(lines(), { fileName: 'files', contentType: 'application/x-ndjson' });
  return { tables, chains, list, count };
}

const listed = z.object({ key: z.string(), sha256: z.string(), name: z.string() });

/** Copies the stored files. Returns the keys of those that the storage has lost, and of those whose bytes are not what was stored. */
async function takeFiles(list: SpooledFile, archive: Archive, { told }: Progress) {
  const [missing, damaged]: [string[], string[]] = [[], []];
  for await (const line of createInterface({
    input: createReadStream(list.path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const { key, sha256, name } = listed.parse(JSON.parse(line));
    const bytes = await bytesOf({ storageKey: key });
    if (!bytes) missing.push(key);
    else if ((await archive.add(entry.file(key, name), bytes)) !== sha256) damaged.push(key);
    await told();
  }
  return { missing, damaged };
}
