import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { clientColumns, toClientDocument } from '@/lib/documents/columns';
import { type ClientDocument, type ClientDocumentFilter, clientDocumentOrder } from '@/lib/documents/schemas';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { containing } from '@/lib/search';

// What clients read. The wall shows them a document while it has a published version, and of the versions only that one.

/** The published documents in sight, the latest first. Throws NOT_FOUND for a project that is not in sight. */
export async function listClientDocuments(db: ReadDb, filter: ClientDocumentFilter): Promise<Page<ClientDocument>> {
  const { projectId, type, search } = filter;
  if (projectId) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
  const published = { publishedVersionId: { not: null } };
  const where = { ...published, ...about({ projectId, type }), ...(search ? mentions(search) : {}) };
  const rows = await db.document.findMany({ ...clientDocumentOrder.seek(filter, where), select: clientColumns });
  const { data, nextCursor } = clientDocumentOrder.page(rows, filter);
  return { data: data.map(toClientDocument), nextCursor };
}

/** One published document. Throws NOT_FOUND. */
export async function getClientDocument(db: ReadDb, { id }: { id: string }): Promise<ClientDocument> {
  const where = { id, publishedVersionId: { not: null } };
  return toClientDocument(orNotFound(await db.document.findUnique({ where, select: clientColumns })));
}

/** What a client's list can be narrowed to: the projects and types of which there is a published document, by name. */
export async function listClientChoices(db: ReadDb) {
  const some = { documents: { some: { publishedVersionId: { not: null } } } };
  const select = { id: true, name: true };
  return {
    projects: await db.project.findMany({ where: some, select, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    types: await db.documentType.findMany({ where: some, select, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  };
}

export function about({ projectId, type }: { projectId?: string | undefined; type?: string | undefined }) {
  return { ...(projectId ? { projectId } : {}), ...(type ? { documentTypeId: type } : {}) };
}

/** The title, or the name of the published file: an older or newer one behind it must not betray itself by being found. */
function mentions(search: string): Prisma.DocumentWhereInput {
  return { OR: [{ title: containing(search) }, { publishedVersion: { file: { fileName: containing(search) } } }] };
}
