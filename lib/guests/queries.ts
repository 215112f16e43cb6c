import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { passColumns, toPass } from '@/lib/guests/columns';
import {
  type GuestPass,
  type GuestPassFilter,
  type GuestVisit,
  type GuestVisitFilter,
  guestPassOrder,
  guestVisitOrder,
} from '@/lib/guests/schemas';
import type { Page } from '@/lib/paging';

// A relation to many is read by a statement of its own: a join would read whole rows, and with them the secrets of the passes.

/** The passes that the person handed out, the newest first. */
export async function listGuestPasses(db: ReadDb, filter: GuestPassFilter): Promise<Page<GuestPass>> {
  const rows = await db.guestPass.findMany({
    ...guestPassOrder.seek(filter, {}),
    select: passColumns,
    relationLoadStrategy: 'query',
  });
  const { data, nextCursor } = guestPassOrder.page(rows, filter);
  return { data: data.map(toPass), nextCursor };
}

/** One of the person's passes. Throws NOT_FOUND. */
export async function getGuestPass(db: ReadDb, { id }: { id: string }): Promise<GuestPass> {
  const row = await db.guestPass.findUnique({ where: { id }, select: passColumns, relationLoadStrategy: 'query' });
  return toPass(orNotFound(row));
}

/** What the holder of a pass looked at, the latest first. Throws NOT_FOUND for a pass of somebody else. */
export async function listGuestVisits(db: ReadDb, { id, ...page }: GuestVisitFilter): Promise<Page<GuestVisit>> {
  orNotFound(await db.guestPass.findUnique({ where: { id }, select: { id: true } }));
  const select = { id: true, place: true, name: true, userAgent: true, createdAt: true } as const;
  const rows = await db.guestVisit.findMany({ ...guestVisitOrder.seek(page, { passId: id }), select });
  const { data, nextCursor } = guestVisitOrder.page(rows, page);
  return { data: data.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })), nextCursor };
}

/** Whether the business of the person allows passes. */
export async function allowsGuests(db: ReadDb, { tenantId }: { tenantId: string }): Promise<boolean> {
  const tenant = await db.tenant.findUnique({ where: { id: tenantId }, select: { guestPassesEnabled: true } });
  return tenant?.guestPassesEnabled ?? false;
}
