import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { searching } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { type TenantDetail, type TenantFilter, type TenantSummary, tenantOrder } from '@/lib/tenants/schemas';

const summary = {
  id: true,
  slug: true,
  name: true,
  status: true,
  currency: true,
  timeZone: true,
  locale: true,
  createdAt: true,
  suspendedAt: true,
  storageQuotaBytes: true,
} satisfies Prisma.TenantSelect;

type SummaryRow = Prisma.TenantGetPayload<{ select: typeof summary }>;

/** The tenants of the installation, newest first, each with its counts. The search covers name and slug. */
export async function listTenants(db: ReadDb, filter: TenantFilter): Promise<Page<TenantSummary>> {
  const matches = await searching(db, filter.search);
  const where = {
    ...(filter.status ? { status: filter.status } : {}),
    ...(matches ? { searchText: matches } : {}),
  };
  const rows = await db.tenant.findMany({ ...tenantOrder.seek(filter, where), select: summary });
  const { data, nextCursor } = tenantOrder.page(rows, filter);
  const figures = await figuresOf(db, data);
  return { data: data.map((row) => ({ ...dto(row), ...orNotFound(figures.get(row.id)) })), nextCursor };
}

/** The currency for a new tenant: that of the newest one, because an installation mostly serves one country; else EUR. */
export async function latestCurrency(db: ReadDb): Promise<string> {
  const newest = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return (await db.tenant.findFirst({ select: { currency: true }, orderBy: newest }))?.currency ?? 'EUR';
}

/** One tenant with its people and its counts. Throws NOT_FOUND. */
export async function getTenant(db: ReadDb, { id }: { id: string }): Promise<TenantDetail> {
  const row = orNotFound(await db.tenant.findUnique({ where: { id }, select: summary }));
  const users = await db.user.findMany({
    where: { tenantId: id },
    select: { id: true, name: true, email: true, userType: true, isActive: true, lastSignInAt: true },
    orderBy: [{ userType: 'asc' }, { name: 'asc' }],
  });
  const figures = orNotFound((await figuresOf(db, [row])).get(id));
  const people = users.map((user) => ({ ...user, lastSignInAt: user.lastSignInAt?.toISOString() ?? null }));
  return { ...dto(row), ...figures, users: people };
}

type Usage = TenantSummary['usage'];
type Figures = Pick<TenantSummary, 'usage' | 'lastSignInAt'>;

/** The counts of tenants, by tenant_usage(): the wall gives the platform no other access to their records. */
async function figuresOf(db: ReadDb, tenants: { id: string }[]): Promise<Map<string, Figures>> {
  if (tenants.length === 0) return new Map();
  const ids = tenants.map(({ id }) => id);
  const rows = await db.$queryRaw<({ id: string; lastSignInAt: Date | null } & Record<keyof Usage, bigint>)[]>`
    select t.id, (select count(*) from users where tenant_id = t.id) as users, u.clients, u.projects, u.documents, u.photos,
      u.stored_bytes as "storedBytes", (
        select last_sign_in_at from users where tenant_id = t.id and last_sign_in_at is not null order by last_sign_in_at desc limit 1
      ) as "lastSignInAt"
    from tenants t, lateral tenant_usage(t.id) u where t.id = any(${ids}::uuid[])`;
  return new Map(
    rows.map(({ id, lastSignInAt, users, clients, projects, documents, photos, storedBytes }) => [
      id,
      {
        usage: {
          users: Number(users),
          clients: Number(clients),
          projects: Number(projects),
          documents: Number(documents),
          photos: Number(photos),
          storedBytes: Number(storedBytes),
        },
        lastSignInAt: lastSignInAt?.toISOString() ?? null,
      },
    ]),
  );
}

function dto(row: SummaryRow) {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    storageQuotaBytes: Number(row.storageQuotaBytes),
  };
}
