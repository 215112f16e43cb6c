import type { ClientDetail, ClientFilter, ClientName, ClientSummary } from '@/lib/clients/schemas';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { found } from '@/lib/errors';
import { type Page, pageArguments, pageOf } from '@/lib/paging';

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
  _count: { select: { projects: true } },
} satisfies Prisma.ClientSelect;

const detail = { ...summary, address: true, internalNotes: true } satisfies Prisma.ClientSelect;

const byName = [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.ClientOrderByWithRelationInput[];

/** The business's clients by name. */
export async function listClients(db: ReadDb, filter: ClientFilter): Promise<Page<ClientSummary>> {
  const rows = await db.client.findMany({
    where: {
      ...(filter.search ? { name: { contains: filter.search, mode: 'insensitive' } } : {}),
      ...(filter.isActive === undefined ? {} : { isActive: filter.isActive }),
    },
    select: summary,
    orderBy: byName,
    ...pageArguments(filter),
  });
  const { data, nextCursor } = pageOf(rows, filter);
  return { data: data.map(dto), nextCursor };
}

/** One client. Throws NOT_FOUND. */
export async function getClient(db: ReadDb, { id }: { id: string }): Promise<ClientDetail> {
  return dto(found(await db.client.findUnique({ where: { id }, select: detail })));
}

/** All clients by name, to choose one of. */
export function listClientNames(db: ReadDb): Promise<ClientName[]> {
  return db.client.findMany({ select: { id: true, name: true, isActive: true }, orderBy: byName });
}

type Counted = { createdAt: Date; updatedAt: Date; _count: { projects: number } };

function dto<Row extends Counted>({ _count, createdAt, updatedAt, ...row }: Row) {
  return {
    ...row,
    projectCount: _count.projects,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
