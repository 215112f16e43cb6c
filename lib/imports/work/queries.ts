import type { ReadDb } from '@/lib/db/handles';
import { headerOf, mappingOf } from '@/lib/imports/columns';
import type { Mapping } from '@/lib/imports/mapping/rule';
import { importKind, importStatus, writing } from '@/lib/imports/schemas';

/** What a worker needs of an import. */
export type Work = NonNullable<Awaited<ReturnType<typeof findWork>>>;

/** An import with its file and how to read it; null once it is thrown away. */
export async function findWork(db: ReadDb, id: string) {
  const row = await db.import.findUnique({
    where: { id },
    select: {
      ...{
        id: true,
        kind: true,
        status: true,
        fileName: true,
        writing: true,
        header: true,
        mapping: true,
        rowCount: true,
      },
      ...{ invites: true, finishedAt: true, fileId: true, file: { select: { storageKey: true, contentType: true } } },
      ...{ createdCount: true, changedCount: true, sameCount: true },
    },
  });
  if (!row) return null;
  const { kind, status, header, mapping, writing: how, ...rest } = row;
  const plain = {
    header: headerOf(header),
    mapping: mappingOf(mapping) satisfies Mapping,
    writing: writing.parse(how),
  };
  return { ...rest, ...plain, kind: importKind.parse(kind), status: importStatus.parse(status) };
}
