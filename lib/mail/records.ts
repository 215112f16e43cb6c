import type { TicketStatus } from '@/lib/db/generated/enums';
import type { ReadDb } from '@/lib/db/handles';
import { paths } from '@/lib/paths';

/** A record as its reader sees it now; `path` is where. Amounts are minor units, dates calendar dates. */
export type SeenRecord = {
  title: string;
  project: string | null;
  path: string;
  status?: TicketStatus;
  amount?: { minor: bigint; currency: string };
  dueOn?: Date | null;
};

type Area = 'client' | 'admin';
type Found = Map<string, SeenRecord>;
type Look = (db: ReadDb, ids: string[], area: Area) => Promise<(SeenRecord & { id: string })[]>;

const where = (ids: string[]) => ({ where: { id: { in: ids } } });
const project = { select: { name: true } } as const;

/** How the records of each type are read. Whatever the wall hides from the reader is not among them. */
const looks: Record<string, Look> = {
  document: async (db, ids, area) => {
    const rows = await db.document.findMany({ ...where(ids), select: { id: true, title: true, project } });
    const path = area === 'client' ? paths.client.document : paths.admin.documents.show;
    return rows.map(({ id, title, project: of }) => ({ id, title, project: of.name, path: path(id) }));
  },
  photo: async (db, ids, area) => {
    const rows = await db.photo.findMany({ ...where(ids), select: { id: true, projectId: true, project } });
    const path = area === 'client' ? paths.client.project.photos : paths.admin.projects.photos;
    return rows.map(({ id, projectId, project: of }) => ({
      id,
      title: of.name,
      project: of.name,
      path: path(projectId),
    }));
  },
  project: async (db, ids, area) => {
    const rows = await db.project.findMany({ ...where(ids), select: { id: true, name: true } });
    const path = area === 'client' ? paths.client.project.photos : paths.admin.projects.photos;
    return rows.map(({ id, name }) => ({ id, title: name, project: name, path: path(id) }));
  },
  phase: async (db, ids, area) => {
    const rows = await db.phase.findMany({ ...where(ids), select: { id: true, name: true, projectId: true, project } });
    const path = area === 'client' ? paths.client.project.phases : paths.admin.projects.phases;
    return rows.map(({ id, name, projectId, project: of }) => ({
      id,
      title: name,
      project: of.name,
      path: path(projectId),
    }));
  },
  project_update: async (db, ids, area) => {
    const select = { id: true, title: true, projectId: true, project } as const;
    const rows = await db.projectUpdate.findMany({ ...where(ids), select });
    const path = area === 'client' ? paths.client.project.updates : paths.admin.projects.updates;
    return rows.map(({ id, title, projectId, project: of }) => ({
      id,
      title,
      project: of.name,
      path: path(projectId),
    }));
  },
  ticket: async (db, ids, area) => {
    const rows = await db.supportTicket.findMany({
      ...where(ids),
      select: { id: true, subject: true, status: true, project },
    });
    const path = area === 'client' ? paths.client.ticket : paths.admin.ticket;
    return rows.map(({ id, subject, status, project: of }) => ({
      ...{ id, title: subject, status, path: path(id) },
      project: of?.name ?? null,
    }));
  },
  invoice: async (db, ids, area) => {
    const select = { id: true, number: true, totalMinor: true, currency: true, dueOn: true, project } as const;
    const rows = await db.invoice.findMany({ ...where(ids), select });
    const path = area === 'client' ? paths.client.invoice : paths.admin.invoices.show;
    return rows.map(({ id, number, totalMinor: minor, currency, dueOn, project: of }) => ({
      ...{ id, title: number ?? '', project: of?.name ?? null, path: path(id), dueOn },
      amount: { minor, currency },
    }));
  },
  payment: async (db, ids, area) => {
    const rows = await db.payment.findMany({ ...where(ids), select: { id: true, amountMinor: true, currency: true } });
    return rows.map(({ id, amountMinor: minor, currency }) => ({
      ...{ id, title: '', project: null, amount: { minor, currency } },
      path: area === 'client' ? paths.client.ledger : paths.admin.payments.show(id),
    }));
  },
};

/** The type of a record by the names that rows have for it. */
const typeOf = (recordType: string) => (recordType === 'support_ticket' ? 'ticket' : recordType);

/** The records that the reader of this handle sees now, by type and id: what is withdrawn or not theirs is missing. */
export async function seenRecords(
  db: ReadDb,
  asked: readonly { recordType: string; recordId: string }[],
  area: Area,
): Promise<(recordType: string, recordId: string) => SeenRecord | undefined> {
  const found = new Map<string, Found>();
  for (const [type, look] of Object.entries(looks)) {
    const ids = asked.flatMap(({ recordType, recordId }) => (typeOf(recordType) === type ? [recordId] : []));
    if (ids.length === 0) continue;
    const rows = await look(db, [...new Set(ids)], area);
    found.set(type, new Map(rows.map(({ id, ...record }) => [id, record])));
  }
  return (recordType, recordId) => found.get(typeOf(recordType))?.get(recordId);
}
