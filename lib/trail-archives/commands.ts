import { v7 as uuidv7 } from 'uuid';
import { linksAfter } from '@/lib/audit/proof/queries';
import { type Place, start } from '@/lib/audit/proof/rule';
import type { AdminActor, JobActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { recordEvent, recordJobEvents } from '@/lib/events/record';
import { done, type JobHandler, type Renew } from '@/lib/jobs/job';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';
import { newStorageKey } from '@/lib/storage/storage-key';
import { store } from '@/lib/storage/store';
import { linesOfFile, verifyFile } from '@/lib/trail-archives/checks';
import { archiveName, archiveType } from '@/lib/trail-archives/files';
import { type FullLink, sealedFile, sealingKeyOf } from '@/lib/trail-archives/rule';
import type { Manifest, Retention } from '@/lib/trail-archives/schemas';

/** Links of one archive: what a transaction seals and removes in seconds. */
const mostLinks = 20_000;

/** Sets for how long the business keeps its audit trail. Nothing goes at once: a job seals old lines once a day. */
export async function changeRetention(db: WriteDb, input: Retention, actor: AdminActor): Promise<Retention> {
  const { tenantId } = actor;
  const select = { auditRetentionYears: true } as const;
  const was = await db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select });
  if (was.auditRetentionYears === input.auditRetentionYears) return was;
  await db.tenant.update({ where: { id: tenantId }, data: input, select: { id: true } });
  await recordEvent(db, actor, { name: 'settings.retention_changed', recordId: tenantId, facts: input, was });
  return input;
}

/**
 * Seals the lines of a tenant's trail that are older than it keeps, archive by archive: the file is stored and read back before its
 * lines go, in the transaction that records it. Called again after a crash it removes what was not sealed. Throws where the chain
 * does not hold: nothing is removed then, and the proof names what it is.
 */
export const sealOldLines: JobHandler = async (_job, worker, renew) => {
  const { tenantId } = worker;
  if (tenantId === null) return done;
  await removeUnsealed(worker);
  const { auditRetentionYears: years } = await read(worker, (db) =>
    db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { auditRetentionYears: true } }),
  );
  if (years === null) return done;
  while (await sealNext(worker, tenantId, years, renew));
  return done;
};

async function sealNext(worker: JobActor, tenantId: string, years: number, renew: Renew): Promise<boolean> {
  const { number, before } = await lastArchive(worker);
  const oldest = await oldestLinks(worker, before, years).next();
  if (oldest.done) return false;
  let manifest: Manifest | undefined;
  const key = sealingKeyOf(env().secret);
  const file = sealedFile(
    { tenant: tenantId, number: number + 1, before },
    oldestLinks(worker, before, years, renew),
    key,
    (told) => {
      manifest = told;
    },
  );
  const spooled = await spoolMade(bytesOf(file), { fileName: archiveName(number + 1), contentType: archiveType });
  try {
    if (!manifest) throw new Error('an archive without a manifest');
    await keep(worker, tenantId, spooled, manifest, key.publicKey);
    return true;
  } finally {
    await spooled.discard();
  }
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line);
}

/** The last sealed archive, and where the chain goes on after it. */
async function lastArchive(worker: JobActor): Promise<{ number: number; before: Place }> {
  const select = { number: true, lastPosition: true, lastHash: true } as const;
  const row = await read(worker, (db) =>
    db.auditArchive.findFirst({ where: { sealedAt: { not: null } }, orderBy: { number: 'desc' }, select }),
  );
  if (!row || row.number === null || row.lastPosition === null || row.lastHash === null)
    return { number: 0, before: start };
  return { number: row.number, before: { position: row.lastPosition, hash: row.lastHash } };
}

/** The links after a place whose lines are all older than the tenant keeps, up to the first one with a younger line. */
async function* oldestLinks(
  worker: JobActor,
  { position }: Place,
  years: number,
  renew?: Renew,
): AsyncGenerator<FullLink> {
  const limit = new Date();
  limit.setUTCFullYear(limit.getUTCFullYear() - years);
  // An hour for the difference of clocks: the database asks for the same limit by its own.
  limit.setUTCHours(limit.getUTCHours() - 1);
  for (let after = position; after < position + mostLinks; ) {
    const { links, found } = await read(worker, (db) => linksAfter(db, worker.tenantId, after));
    for (const link of links) {
      const lines = link.entryIds.flatMap((id) => found.get(id) ?? []);
      if (lines.some(({ createdAt }) => createdAt >= limit)) return;
      yield { ...link, lines };
      after = link.position;
    }
    if (links.length === 0) return;
    if (renew && !(await renew())) throw new Error('another worker seals this trail by now');
  }
}

/** Stores a file, reads it back, and seals it. The key is noted first, so that no object is lost. */
async function keep(
  worker: JobActor,
  tenantId: string,
  file: SpooledFile,
  manifest: Manifest,
  publicKey: Uint8Array,
): Promise<void> {
  const [id, storageKey] = [uuidv7(), newStorageKey()];
  await write(
    worker,
    (db) => db.$executeRaw`
      insert into audit_archives (id, tenant_id, storage_key) values (${id}::uuid, ${tenantId}::uuid, ${storageKey})`,
  );
  await store().put(storageKey, file);
  const stored = await verifyFile(linesOfFile(await store().get(storageKey)));
  if (JSON.stringify(stored.manifest) !== JSON.stringify(manifest)) throw new Error('the storage changed an archive');
  const { number, firstPosition, lastPosition, lines, firstAt, lastAt } = manifest;
  await write(worker, async (db) => {
    const data = {
      ...{ number, firstPosition, lastPosition, lineCount: lines, firstAt, lastAt, sha256: file.sha256 },
      ...{ beforeHash: bytes(manifest.beforeHash), lastHash: bytes(manifest.lastHash) },
      ...{ byteSize: BigInt(file.byteSize), publicKey: new Uint8Array(publicKey) },
    };
    await db.auditArchive.updateMany({ where: { id }, data });
    await db.$queryRaw`select seal_audit_archive(${id}::uuid)`;
    const facts = { number, count: lines };
    await recordJobEvents(db, worker, [{ name: 'trail.archived', recordId: tenantId, facts }]);
  });
}

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

/** Removes the objects and rows that a crash left behind before they were sealed. */
async function removeUnsealed(worker: JobActor): Promise<void> {
  const where = { sealedAt: null } as const;
  const left = await read(worker, (db) => db.auditArchive.findMany({ where, select: { id: true, storageKey: true } }));
  for (const { id, storageKey } of left) {
    await store().remove(storageKey);
    await write(worker, (db) => db.auditArchive.deleteMany({ where: { id, sealedAt: null } }));
  }
}
