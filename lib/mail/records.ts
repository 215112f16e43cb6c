import type { ReadDb } from '@/lib/db/handles';

/** A record that its reader sees now, with the name of its project. */
export type SeenRecord = { project: string | null };

type Look = (db: ReadDb, ids: string[]) => Promise<{ id: string; project: { name: string } | null }[]>;

const where = (ids: string[]) => ({ where: { id: { in: ids } } });
const select = { id: true, project: { select: { name: true } } } as const;

/** How the records of each type are read. Whatever the wall hides from the reader is not among them. */
const looks: Record<string, Look> = {
  document: (db, ids) => db.document.findMany({ ...where(ids), select }),
  photo: (db, ids) => db.photo.findMany({ ...where(ids), select }),
  phase: (db, ids) => db.phase.findMany({ ...where(ids), select }),
  project_update: (db, ids) => db.projectUpdate.findMany({ ...where(ids), select }),
  ticket: (db, ids) => db.supportTicket.findMany({ ...where(ids), select }),
  invoice: (db, ids) => db.invoice.findMany({ ...where(ids), select }),
  project: async (db, ids) => {
    const rows = await db.project.findMany({ ...where(ids), select: { id: true, name: true } });
    return rows.map(({ id, name }) => ({ id, project: { name } }));
  },
  payment: async (db, ids) => {
    const rows = await db.payment.findMany({ ...where(ids), select: { id: true } });
    return rows.map(({ id }) => ({ id, project: null }));
  },
  client_export: async (db, ids) => {
    const rows = await db.clientExport.findMany({ ...where(ids), select: { id: true } });
    return rows.map(({ id }) => ({ id, project: null }));
  },
  payment_claim: async (db, ids) => {
    const rows = await db.paymentClaim.findMany({ ...where(ids), select: { id: true } });
    return rows.map(({ id }) => ({ id, project: null }));
  },
};

/** The type of a record by the names that rows have for it. */
const typeOf = (recordType: string) => (recordType === 'support_ticket' ? 'ticket' : recordType);

/** The records that the reader of this handle sees now, by type and id: what is withdrawn or not theirs is missing. */
export async function seenRecords(
  db: ReadDb,
  asked: readonly { recordType: string; recordId: string }[],
): Promise<(recordType: string, recordId: string) => SeenRecord | undefined> {
  const found = new Map<string, Map<string, SeenRecord>>();
  for (const [type, look] of Object.entries(looks)) {
    const ids = asked.flatMap(({ recordType, recordId }) => (typeOf(recordType) === type ? [recordId] : []));
    if (ids.length === 0) continue;
    const rows = await look(db, [...new Set(ids)]);
    found.set(type, new Map(rows.map(({ id, project }) => [id, { project: project?.name ?? null }])));
  }
  return (recordType, recordId) => found.get(typeOf(recordType))?.get(recordId);
}
