import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jobActor } from '@/lib/authz/job';
import { read, write } from '@/lib/authz/scope';
import { env } from '@/lib/env';
import { type Unkept, undo } from '@/lib/storage/undo';

const hour = 3_600_000;
const batch = 200;

const sweeper = jobActor('sweep');

/**
 * Removes the remains of crashes and removed records that are older than an hour: `pending` rows without a reference, their
 * objects, and old files in the spool. Safe to run in several processes at once. Returns the number of files removed.
 */
export async function sweepFiles(): Promise<number> {
  let removed = 0;
  let after: Unkept | undefined;
  do {
    const rows = await abandoned(after?.id);
    for (const row of rows) if (await undo((work) => write(sweeper, work), row)) removed++;
    after = rows.at(-1);
  } while (after);
  return removed + (await sweepSpool());
}

/** The abandoned rows: the wall shows the worker only pending rows that are an hour old. */
function abandoned(after: string | undefined): Promise<Unkept[]> {
  return read(sweeper, (db) =>
    db.storedFile.findMany({
      ...(after ? { where: { id: { gt: after } } } : {}),
      select: { id: true, storageKey: true },
      orderBy: { id: 'asc' },
      take: batch,
    }),
  );
}

async function sweepSpool(): Promise<number> {
  const folder = env().storage.spoolFolder;
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const path of names.map((name) => join(folder, name))) {
    const file = await stat(path).catch(() => null);
    if (!file || Date.now() - file.mtimeMs < hour) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}
