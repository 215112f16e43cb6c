import { type Choices, isBeyond, mostChoices, toChoices } from '@/lib/choices';
import { type ClientDetail, type ClientFilter, type ClientSummary, clientOrder } from '@/lib/clients/schemas';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { finding, isFound } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';

const summary = {
  id: true,
  name: true,
  kind: true,
  email: true,
  phone: true,
  currency: true,
  isActive: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ClientSelect;

const detail = {
  ...summary,
  address: true,
  taxNumber: true,
  countryCode: true,
  internalNotes: true,
} satisfies Prisma.ClientSelect;

const byName = [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.ClientOrderByWithRelationInput[];

/** The tenant's clients by name. */
export async function listClients(db: ReadDb, filter: ClientFilter): Promise<Page<ClientSummary>> {
  const found = await finding(db, 'clients', filter.search);
  const where = {
    ...isFound(found, (matches) => ({ searchText: matches })),
    ...(filter.isActive === undefined ? {} : { isActive: filter.isActive }),
  };
  const rows = await db.client.findMany({ ...clientOrder.seek(filter, where), select: summary });
  const { data, nextCursor } = clientOrder.page(rows, filter);
  const counts = await projectCounts(db, data);
  return { data: data.map((row) => dto(row, counts)), nextCursor };
}

/** One client. Throws NOT_FOUND. */
export async function getClient(db: ReadDb, { id }: { id: string }): Promise<ClientDetail> {
  const row = orNotFound(await db.client.findUnique({ where: { id }, select: detail }));
  return dto(row, await projectCounts(db, [row]));
}

const nameColumns = { id: true, name: true, isActive: true } satisfies Prisma.ClientSelect;

/** The names of these clients, by id. */
export async function listClientNames(db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.client.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The first clients by name, and the chosen one, to choose from. */
export async function listClientChoices(db: ReadDb, chosen?: string): Promise<Choices> {
  const first = await db.client.findMany({ select: nameColumns, orderBy: byName, take: mostChoices + 1 });
  if (!isBeyond(first, chosen)) return toChoices('clients', first);
  return toChoices('clients', first, await db.client.findMany({ where: { id: chosen }, select: nameColumns }));
}

/** Counts the projects of the given clients only: Prisma's own `_count` would group all projects of the tenant. */
async function projectCounts(db: ReadDb, clients: { id: string }[]): Promise<Map<string, number>> {
  const where = { clientId: { in: clients.map(({ id }) => id) } };
  const rows = await db.project.groupBy({ by: ['clientId'], where, _count: { _all: true } });
  return new Map(rows.map(({ clientId, _count }) => [clientId, _count._all]));
}

type Dated = { id: string; createdAt: Date; updatedAt: Date };

function dto<Row extends Dated>({ createdAt, updatedAt, ...row }: Row, counts: Map<string, number>) {
  return {
    ...row,
    projectCount: counts.get(row.id) ?? 0,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
