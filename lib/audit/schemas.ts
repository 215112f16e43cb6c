import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

/** A line of the audit trail. `detail` holds the facts of the event as its catalogue entry names them. */
export const auditEntry = z.object({
  id: z.uuid(),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable().describe('As it was at the time; null where nobody was signed in.'),
  actorType: z.string().nullable(),
  action: z.string().describe('`noun.verb`, as in `document.published`.'),
  recordType: z.string().nullable(),
  recordId: z.uuid().nullable(),
  detail: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

/** The latest line first. */
export const auditOrder = listOrder('AuditEntry', 'audit-entries', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

const name = z.string().max(60);

export const auditFilter = pageQuery(auditOrder).extend({
  actorId: recordId().optional(),
  recordType: name.optional(),
  recordId: recordId().optional(),
  action: name.optional(),
  dateFrom: calendarDate.optional().describe("A whole day in the business's time zone (the platform: UTC)."),
  dateTo: calendarDate.optional().describe('The last day, inclusive.'),
});

export type AuditEntry = z.output<typeof auditEntry>;
export type AuditFilter = z.output<typeof auditFilter>;
