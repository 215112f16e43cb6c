import type { AdminActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { catalogues } from '@/lib/i18n/catalogues';
import { guessedMapping } from '@/lib/imports/mapping/rule';
import { getImport } from '@/lib/imports/queries';
import type { ImportKind } from '@/lib/imports/rule';
import type { ImportDetail } from '@/lib/imports/schemas';
import type { Keep } from '@/lib/storage/keep';
import type { SpooledFile } from '@/lib/storage/spool';
import { readHead } from '@/lib/tables/read-table';
import type { TableHead } from '@/lib/tables/table-job';

/**
 * Begins an import: keeps the file, with how it seems to be written and what its columns seem to fill. Nothing else is written yet.
 * Opens its own transactions. Throws VALIDATION on `file` for a file that is no table or too large a one, UNAVAILABLE where many wait.
 */
export async function startImport(
  file: SpooledFile,
  { kind }: { kind: ImportKind },
  actor: AdminActor,
  keep: Keep<ImportDetail>,
): Promise<ImportDetail> {
  const head = await readHead(file, laneOf(actor));
  if ('refused' in head) throw invalid({ file: head.refused });
  return keep([file], async (db, [fileId = null]) => {
    const signed = { createdById: actor.userId, createdByName: actor.name };
    const { id } = await db.import.create({
      data: { ...signed, tenantId: actor.tenantId, kind, fileName: file.fileName, fileId, ...columnsOf(head, kind) },
      select: { id: true },
    });
    await recordEvent(db, actor, { name: 'import.started', recordId: id, facts: { kind, fileName: file.fileName } });
    return getImport(db, { id });
  });
}

/** The columns of an import that follow from its file: what is recognised of it, and the guessed mapping. */
export function columnsOf({ writing, header, sample, rowCount }: TableHead, kind: ImportKind) {
  const labels = Object.values(catalogues).map(({ imports }) => imports.field);
  return { writing, header, sample, rowCount, mapping: guessedMapping(kind, header, labels) };
}
