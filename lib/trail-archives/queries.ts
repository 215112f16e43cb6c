import type { ProveArchives } from '@/lib/audit/proof/queries';
import { type Break, type Place, start } from '@/lib/audit/proof/rule';
import type { JobActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { store } from '@/lib/storage/store';
import { BrokenArchive, linesOfFile, type Verified, verifyFile } from '@/lib/trail-archives/checks';
import { archiveColumns, toArchive } from '@/lib/trail-archives/columns';
import { fingerprintOf, sealingKeyOf } from '@/lib/trail-archives/rule';
import { type ArchiveFilter, archiveOrder, type Retention, type TrailArchive } from '@/lib/trail-archives/schemas';

/** The sealed archives of the business, the latest first. Throws VALIDATION on `cursor`. */
export async function listArchives(db: ReadDb, filter: ArchiveFilter): Promise<Page<TrailArchive>> {
  const rows = await db.auditArchive.findMany({ ...archiveOrder.seek(filter, {}), select: archiveColumns });
  const { data, nextCursor } = archiveOrder.page(rows, filter);
  return { data: data.map(toArchive), nextCursor };
}

/** For how long the business keeps its audit trail. */
export function getRetention(db: ReadDb, { tenantId }: { tenantId: string }): Promise<Retention> {
  return db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { auditRetentionYears: true } });
}

type Begin = Awaited<ReturnType<ProveArchives>>;

/** Proves the archives of a job's tenant from their files, one after another. `held` is where an earlier proof of the trail ended. */
export async function proveArchives(job: JobActor, held: Place | null): Promise<Begin> {
  const rows = await read(job, (db) =>
    db.auditArchive.findMany({
      where: { sealedAt: { not: null } },
      orderBy: { number: 'asc' },
      select: { number: true, storageKey: true, sha256: true, firstPosition: true, lastHash: true, beforeHash: true },
    }),
  );
  const { secret, archiveKeys } = env();
  const keys = [fingerprintOf(sealingKeyOf(secret).publicKey), ...archiveKeys];
  let [place, lines] = [start, 0];
  for (const [index, row] of rows.entries()) {
    const position = index + 1;
    const changed: Begin = { break: { kind: 'archiveChanged', position } };
    const outcome = await verified(row.storageKey, position, held);
    if ('break' in outcome) return outcome;
    const { manifest } = outcome;
    const goesOn =
      manifest.tenant === job.tenantId &&
      manifest.number === position &&
      manifest.firstPosition === place.position + 1 &&
      manifest.beforeHash === Buffer.from(place.hash).toString('hex') &&
      row.sha256 !== null &&
      outcome.sha256.equals(row.sha256);
    if (!goesOn) return changed;
    if (!keys.includes(fingerprintOf(outcome.publicKey))) return { break: { kind: 'archiveForeign', position } };
    place = outcome.place;
    lines += manifest.lines;
  }
  return { place, lines, break: null };
}

async function verified(
  storageKey: string,
  position: number,
  held: Place | null,
): Promise<Verified | { break: Break }> {
  try {
    return await verifyFile(linesOfFile(await store().get(storageKey)), held);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return { break: { kind: 'archiveMissing', position } };
    if (!(error instanceof BrokenArchive)) throw error;
    const entryId = error.found && 'entryId' in error.found ? error.found.entryId : null;
    return { break: entryId ? { kind: 'archiveLine', position, entryId } : { kind: 'archiveChanged', position } };
  }
}
