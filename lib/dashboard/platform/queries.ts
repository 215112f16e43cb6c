import { growthSums } from '@/lib/dashboard/figures/queries';
import { growthByMonth } from '@/lib/dashboard/figures/rule';
import type { PlatformDashboard, TenantUse } from '@/lib/dashboard/platform/schemas';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part, readTogether } from '@/lib/db/together';
import type { Day } from '@/lib/format';
import { mostCounted } from '@/lib/intl';
import type { TenantStatus } from '@/lib/tenants/rule';

/** Businesses on the first page; their list has all. */
const shown = 12;

/** How the installation is used and grows, in one statement. `today` is the calendar date in UTC. */
export async function getPlatformDashboard(db: ReadDb, today: Day): Promise<PlatformDashboard> {
  const { states, tenants, sums } = await readTogether(db, {
    states: tenantCounts,
    tenants: newestTenants,
    sums: growthSums(today),
  });
  const countOf = (status: TenantStatus) => states.find((state) => state.status === status)?.count ?? 0;
  return {
    ...{ active: countOf('active'), suspended: countOf('suspended') },
    tenants,
    growth: growthByMonth(sums, today),
  };
}

const tenantCounts: Part<{ status: TenantStatus; count: number }> = part(
  Prisma.sql`select status, count(*)::int as count from (select status from tenants limit ${mostCounted}) t group by status`,
  (row: { status: TenantStatus; count: number }) => row,
);

type Row = Omit<TenantUse, 'lastSignInAt'> & { lastSignInAt: string | null };

const instant = (at: string) => new Date(at).toISOString();

/** The sums of a business are those of its months. */
const newestTenants: Part<TenantUse> = part(
  Prisma.sql`
    select t.id, t.name, t.status, t.created_at as "createdAt", t.storage_quota_bytes as "storageQuotaBytes",
      coalesce(u.people, 0) as people, coalesce(u.projects, 0) as projects, coalesce(u.bytes, 0) as "storedBytes",
      (select last_sign_in_at from users where tenant_id = t.id and last_sign_in_at is not null
        order by last_sign_in_at desc limit 1) as "lastSignInAt"
    from (select * from tenants order by created_at desc, id limit ${shown}) t, lateral (
      select sum(amount) filter (where kind = 'people') as people, sum(amount) filter (where kind = 'projects') as projects,
        sum(amount) filter (where kind = 'bytes') as bytes
      from rollups where tenant_id = t.id and kind in ('people', 'projects', 'bytes')
    ) u
    order by t.created_at desc, t.id`,
  ({ createdAt, lastSignInAt, ...row }: Row) => ({
    ...row,
    createdAt: instant(createdAt),
    lastSignInAt: lastSignInAt && instant(lastSignInAt),
  }),
);
