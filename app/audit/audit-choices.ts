import { getTranslations } from 'next-intl/server';
import type { AuditEntry } from '@/lib/audit/schemas';
import { catalogue, type EventName } from '@/lib/events/catalogue';
import type { RecordType } from '@/lib/events/define';
import { paths } from '@/lib/paths';

type Area = 'admin' | 'platform';

/** The events that the trail of an area holds: the operator's own are of the platform and of accounts. */
const isOf = (area: Area, name: EventName) =>
  area === 'admin'
    ? catalogue[name].audience !== 'platform'
    : ['platform', 'admins'].includes(catalogue[name].audience);

/** The record types and events to filter by, with their names in the reader's language; events of the chosen type only. */
export async function auditChoices(area: Area, chosen: string | undefined) {
  const t = await getTranslations('audit');
  const names = (Object.keys(catalogue) as EventName[]).filter((name) => isOf(area, name));
  const types = [...new Set(names.map((name) => catalogue[name].record))];
  const sorted = <T extends { name: string }>(choices: T[]) => choices.sort((a, b) => a.name.localeCompare(b.name));
  return {
    recordTypes: sorted(types.map((type) => ({ id: type, name: t(`records.${type}`) }))),
    actions: sorted(
      names
        .filter((name) => !chosen || catalogue[name].record === chosen)
        .map((name) => ({ id: name, name: t(`events.${name}`) })),
    ),
  };
}

const { admin } = paths;

/** The page of the team where a record is shown. */
const pages: Partial<Record<RecordType, (id: string) => string>> = {
  client: admin.clients.show,
  credit_note: admin.creditNotes.show,
  document: admin.documents.show,
  invoice: admin.invoices.show,
  payment: admin.payments.show,
  payment_claim: admin.paymentClaim,
  photo: admin.photo,
  project: admin.projects.show,
  ticket: admin.ticket,
  user: admin.users.show,
};

/** The page of the record of a line; null for a record without a page, for one that the line removed, and for
 * what people do about themselves. */
export function auditAddress({ action, actorId, recordType, recordId }: AuditEntry): string | null {
  if (recordId === null || recordId === actorId || /\.(removed|deleted)$/.test(action)) return null;
  return pages[recordType as RecordType]?.(recordId) ?? null;
}
