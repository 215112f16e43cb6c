import type { TeamActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import { type Matches, searching } from '@/lib/db/search';
import { teamColumns, toFile, toTeamDocument, versionDetailColumns } from '@/lib/documents/columns';
import { about } from '@/lib/documents/queries';
import {
  type BoardColumn,
  type TeamDocument,
  type TeamDocumentDetail,
  type TeamDocumentFilter,
  teamDocumentOrder,
} from '@/lib/documents/schemas';
import { type DocumentStatus, documentStatuses } from '@/lib/documents/transitions/rule';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';

/** The tenant's documents, the last changed first; those of the states in `except` are left out. */
export async function listTeamDocuments(
  db: ReadDb,
  filter: TeamDocumentFilter,
  actor: TeamActor,
  except: readonly DocumentStatus[] = [],
): Promise<Page<TeamDocument>> {
  const matched = matching(filter, await searching(db, filter.search));
  const where = except.length > 0 ? { AND: [matched, { status: { notIn: [...except] } }] } : matched;
  const rows = await db.document.findMany({ ...teamDocumentOrder.seek(filter, where), select: teamColumns });
  const { data, nextCursor } = teamDocumentOrder.page(rows, filter);
  return { data: data.map((row) => toTeamDocument(row, actor)), nextCursor };
}

/** The maximum number of documents of one state beside those of others; the list of that state has all. */
const mostOfState = 10;

/** The number of matching documents in each state; the filter's own state is ignored. */
export async function countByStatus(db: ReadDb, filter: TeamDocumentFilter): Promise<Record<DocumentStatus, number>> {
  const where = matching({ ...filter, status: undefined }, await searching(db, filter.search));
  const groups = await db.document.groupBy({ by: ['status'], where, _count: true });
  const none = { draft: 0, pending: 0, approved: 0, published: 0, rejected: 0 };
  return { ...none, ...Object.fromEntries(groups.map(({ status, _count }) => [status, _count])) };
}

/** The documents of these states by state, in each the last changed; `counts` is the result of `countByStatus`. */
export async function listBoard(
  db: ReadDb,
  filter: TeamDocumentFilter,
  counts: Record<DocumentStatus, number>,
  actor: TeamActor,
  statuses: readonly DocumentStatus[] = documentStatuses,
): Promise<BoardColumn[]> {
  const columns: BoardColumn[] = [];
  const matches = await searching(db, filter.search);
  for (const status of statuses) {
    const count = counts[status];
    const first = teamDocumentOrder.seek({ limit: mostOfState }, matching({ ...filter, status }, matches));
    const rows = count === 0 ? [] : await db.document.findMany({ ...first, select: teamColumns });
    columns.push({ status, count, documents: rows.slice(0, mostOfState).map((row) => toTeamDocument(row, actor)) });
  }
  return columns;
}

/** The first `count` documents that wait for approval, the longest-waiting first, and whether there are more. */
export async function listPending(
  db: ReadDb,
  count: number,
  actor: TeamActor,
): Promise<{ rows: TeamDocument[]; more: boolean }> {
  const rows = await db.document.findMany({
    where: { status: 'pending' },
    select: teamColumns,
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: count + 1,
  });
  return { rows: rows.slice(0, count).map((row) => toTeamDocument(row, actor)), more: rows.length > count };
}

/** One document with its versions, steps and downloads. Throws NOT_FOUND. */
export async function getTeamDocument(
  db: ReadDb,
  { id }: { id: string },
  actor: TeamActor,
): Promise<TeamDocumentDetail> {
  const { versions: _newest, publishedVersion: _published, ...columns } = teamColumns;
  const row = orNotFound(
    await db.document.findUnique({
      where: { id },
      select: {
        ...columns,
        publishedVersionId: true,
        versions: { select: versionDetailColumns, orderBy: { number: 'desc' } },
        transitions: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
      },
    }),
  );
  const publishedVersion = row.versions.find(({ id: versionId }) => versionId === row.publishedVersionId) ?? null;
  return {
    ...toTeamDocument({ ...row, publishedVersion }, actor),
    versions: row.versions.map(({ id: versionId, number, uploadedByName, createdAt, file, picture }) => ({
      ...{ id: versionId, number, uploadedByName, ...toFile(file), picture },
      createdAt: createdAt.toISOString(),
    })),
    transitions: row.transitions.map(({ id: stepId, fromStatus, toStatus, reason, actorName, createdAt }) => ({
      ...{ id: stepId, from: fromStatus, to: toStatus, reason, actorName },
      createdAt: createdAt.toISOString(),
    })),
    downloads: await listDownloads(db, row),
  };
}

async function listDownloads(db: ReadDb, { id, versions }: { id: string; versions: { id: string; number: number }[] }) {
  const groups = await db.documentDownload.groupBy({
    by: ['userId', 'userName', 'versionId'],
    where: { documentId: id },
    _count: true,
    _max: { createdAt: true },
    orderBy: { _max: { createdAt: 'desc' } },
  });
  return groups.flatMap(({ userId, userName, versionId, _count: count, _max: { createdAt } }) => {
    const version = versions.find((one) => one.id === versionId)?.number;
    return version && createdAt ? [{ userId, userName, version, count, lastAt: createdAt.toISOString() }] : [];
  });
}

/** The condition of a filter on documents. */
function matching(
  { projectId, type, status }: Pick<TeamDocumentFilter, 'projectId' | 'type' | 'status'>,
  matches: Matches | null,
) {
  return {
    ...about({ projectId, type }),
    ...(status ? { status } : {}),
    ...(matches ? { OR: [{ searchText: matches }, { versions: { some: { file: { searchText: matches } } } }] } : {}),
  };
}
