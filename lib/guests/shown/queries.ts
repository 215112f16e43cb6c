import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { summaryColumns, toInvoice } from '@/lib/invoices/columns';
import type { Invoice } from '@/lib/invoices/schemas';
import { listOrder, type Page, type PageQuery } from '@/lib/paging';

// What the holder of a pass reads. The wall limits the rows to the projects and sections of the pass.

export type GuestProject = { id: string; name: string; status: string; percent: number | null };

/** The projects of the pass by name, with their progress where the pass shows phases. */
export function listGuestProjects(db: ReadDb): Promise<GuestProject[]> {
  return db.$queryRaw<GuestProject[]>`
    select p.id, p.name, p.status::text,
      (select round(sum(f.percent * f.weight)::numeric / nullif(sum(f.weight), 0))::int from phases f where f.project_id = p.id) as percent
    from projects p order by p.name, p.id`;
}

const phaseColumns = {
  ...{ id: true, name: true, status: true, percent: true, weight: true },
  ...{ plannedStartOn: true, plannedEndOn: true, actualStartOn: true, actualEndOn: true },
  ...{ baselineStartOn: true, baselineEndOn: true },
} satisfies Prisma.PhaseSelect;

/** One project of the pass, with its phases where the pass shows them. Throws NOT_FOUND. */
export async function getGuestProject(db: ReadDb, id: string) {
  const select = { id: true, name: true, description: true, address: true, startsOn: true, endsOn: true } as const;
  const { startsOn, endsOn, ...project } = orNotFound(await db.project.findUnique({ where: { id }, select }));
  const phases = await db.phase.findMany({
    where: { projectId: id },
    select: phaseColumns,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return {
    ...project,
    startsOn: fromColumn(startsOn),
    endsOn: fromColumn(endsOn),
    phases: phases.map((phase) => ({
      ...phase,
      plannedStartOn: fromColumn(phase.plannedStartOn),
      plannedEndOn: fromColumn(phase.plannedEndOn),
      actualStartOn: fromColumn(phase.actualStartOn),
      actualEndOn: fromColumn(phase.actualEndOn),
      baselineStartOn: fromColumn(phase.baselineStartOn),
      baselineEndOn: fromColumn(phase.baselineEndOn),
    })),
  };
}

/** The name of a project of the pass. Throws NOT_FOUND. */
export async function getGuestProjectName(db: ReadDb, id: string): Promise<{ id: string; name: string }> {
  return orNotFound(await db.project.findUnique({ where: { id }, select: { id: true, name: true } }));
}

export const guestUpdateOrder = listOrder('ProjectUpdate', 'guest-updates', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id', direction: 'desc' },
]);

export type GuestUpdate = {
  id: string;
  title: string;
  body: string;
  postedOn: Day;
  authorName: string;
  isReport: boolean;
  photoIds: string[];
};

/** The published updates of a project, without comments; photos where the pass shows them too. Throws VALIDATION on `cursor`. */
export async function listGuestUpdates(db: ReadDb, projectId: string, query: PageQuery): Promise<Page<GuestUpdate>> {
  const rows = await db.projectUpdate.findMany({
    ...guestUpdateOrder.seek(query, { projectId, publishedAt: { not: null } }),
    select: {
      ...{ id: true, title: true, body: true, postedOn: true, authorName: true, weekOn: true, createdAt: true },
      photos: { select: { photoId: true }, orderBy: { position: 'asc' } },
    },
    relationLoadStrategy: 'query',
  });
  const { data, nextCursor } = guestUpdateOrder.page(rows, query);
  return {
    data: data.map(({ postedOn, weekOn, photos, createdAt: _created, ...row }) => ({
      ...row,
      postedOn: fromColumn(postedOn),
      isReport: weekOn !== null,
      photoIds: photos.map(({ photoId }) => photoId),
    })),
    nextCursor,
  };
}

export const guestInvoiceOrder = listOrder('Invoice', 'guest-invoices', [
  { column: 'issuedOn', kind: 'instant', direction: 'desc', nulls: 'never' },
  { column: 'id', kind: 'id' },
]);

/** The issued invoices of the chosen projects, the latest first, without claims. `today` is the tenant's. Throws VALIDATION on `cursor`. */
export async function listGuestInvoices(db: ReadDb, query: PageQuery, today: Day): Promise<Page<Invoice>> {
  const rows = await db.invoice.findMany({
    ...guestInvoiceOrder.seek(query, { issuedOn: { not: null } }),
    select: summaryColumns,
  });
  const { data, nextCursor } = guestInvoiceOrder.page(rows, query);
  return { data: data.map((row) => toInvoice(row, today, new Set())), nextCursor };
}

/** What the account comes to, in minor units of its currency; null while it has no entry. */
export async function getGuestBalance(db: ReadDb): Promise<{ balanceMinor: bigint; currency: string } | null> {
  const [row] = await db.$queryRaw<{ balanceMinor: bigint; currency: string }[]>`
    select sum(credit_minor - debit_minor)::bigint as "balanceMinor", currency from ledger_entries group by currency`;
  return row ?? null;
}
