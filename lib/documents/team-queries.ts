import type { TeamActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { teamColumns, toFile, toTeamDocument, versionDetailColumns } from '@/lib/documents/columns';
import { about } from '@/lib/documents/queries';
import {
  type BoardColumn,
  type TeamDocument,
  type TeamDocumentDetail,
  type TeamDocumentFilter,
  teamDocumentOrder,
} from '@/lib/documents/schemas';
import { type Found, findDocuments, matchingSql } from '@/lib/documents/search/queries';
import { type DocumentStatus, documentStatuses } from '@/lib/documents/transitions/rule';
import { orNotFound } from '@/lib/errors';
import { mostCounted } from '@/lib/intl';
import type { Page } from '@/lib/paging';
import type { SentBytes, SentTwin } from '@/lib/sent-file';

/** The tenant's documents, the last changed first; those of the states in `except` are left out. */
export async function listTeamDocuments(
  db: ReadDb,
  filter: TeamDocumentFilter,
  actor: TeamActor,
  except: readonly DocumentStatus[] = [],
): Promise<Page<TeamDocument>> {
  const result = await findDocuments(db, filter);
  const where = {
    ...matching(filter, result),
    ...(except.length > 0 ? { NOT: { statusKey: { in: [...except] } } } : {}),
    ...(result && 'pattern' in result ? { id: { in: await idsInOrder(db, filter, result, except) } } : {}),
  };
  const rows = await db.document.findMany({ ...teamDocumentOrder.seek(filter, where), select: teamColumns });
  const { data, nextCursor } = teamDocumentOrder.page(rows, filter);
  return { data: data.map((row) => toTeamDocument(row, actor)), nextCursor };
}

/** The maximum number of documents of one state beside those of others; the list of that state has all. */
const mostOfState = 10;

/**
 * The number of matching documents in each state, up to one above `mostCounted`, and those of the states in `shown`, in each the
 * last changed. The filter's own state is ignored.
 */
export async function readBoard(
  db: ReadDb,
  filter: Pick<TeamDocumentFilter, 'projectId' | 'type' | 'search'>,
  actor: TeamActor,
  shown: readonly DocumentStatus[] = documentStatuses,
): Promise<{ counts: Record<DocumentStatus, number>; columns: BoardColumn[] }> {
  const those = matchingSql(filter, await findDocuments(db, filter));
  const states = await db.$queryRaw<{ status: DocumentStatus; count: number; ids: string[] }[]>`
    select s.status, (
        select count(*)::int from (
          select from documents d where d.status_key = s.status and ${those} limit ${mostCounted + 1}) counted
      ) as count, array(
        select d.id from documents d where s.status = any(${[...shown]}::text[]) and d.status_key = s.status and ${those}
        order by d.updated_at desc, d.id limit ${mostOfState}
      )::text[] as ids
    from unnest(${[...documentStatuses]}::text[]) s(status)`;
  const ids = states.flatMap((state) => state.ids);
  const rows = ids.length === 0 ? [] : await db.document.findMany({ where: { id: { in: ids } }, select: teamColumns });
  const documents = new Map(rows.map((row) => [row.id, toTeamDocument(row, actor)]));
  return {
    counts: Object.fromEntries(states.map(({ status, count }) => [status, count])) as Record<DocumentStatus, number>,
    columns: states
      .filter(({ status }) => shown.includes(status))
      .map(({ status, count, ids: own }) => ({
        status,
        count,
        documents: own.flatMap((id) => documents.get(id) ?? []),
      })),
  };
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

/** The ids of a page whose word many documents have: read in the order of the list, until the page is full. */
async function idsInOrder(
  db: ReadDb,
  filter: TeamDocumentFilter,
  result: Found,
  except: readonly DocumentStatus[],
): Promise<string[]> {
  const [updatedAt, id] = teamDocumentOrder.after(filter);
  const conditions = [matchingSql(filter, result)];
  if (filter.status) conditions.push(Prisma.sql`d.status_key = ${filter.status}`);
  if (except.length > 0) conditions.push(Prisma.sql`d.status_key <> all(${[...except]}::text[])`);
  if (id)
    conditions.push(Prisma.sql`d.updated_at <= ${updatedAt}::timestamptz
      and (d.updated_at < ${updatedAt}::timestamptz or d.id > ${id}::uuid)`);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select d.id from documents d where ${Prisma.join(conditions, ' and ')}
    order by d.updated_at desc, d.id limit ${filter.limit + 1}`;
  return rows.map((row) => row.id);
}

/** The condition of a filter on documents. */
function matching(
  { projectId, type, status }: Pick<TeamDocumentFilter, 'projectId' | 'type' | 'status'>,
  result: Found | null,
): Prisma.DocumentWhereInput {
  return {
    ...about({ projectId, type }),
    ...(status ? { statusKey: status } : {}),
    ...(result && 'ids' in result ? { id: { in: result.ids } } : {}),
  };
}

/** The document of a project with a version that was sent with these bytes; null without one. */
export async function findSentDocument(db: ReadDb, { projectId, sentSha256 }: SentBytes): Promise<SentTwin | null> {
  const twin = await db.documentVersion.findFirst({
    where: { sentSha256, document: { projectId } },
    select: { document: { select: { id: true, title: true } } },
  });
  return twin && { id: twin.document.id, name: twin.document.title };
}
