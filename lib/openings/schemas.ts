import { z } from 'zod';
import { recordId } from '@/lib/fields';
import { openedTypes, ways } from '@/lib/openings/rule';
import { listOrder, pageQuery } from '@/lib/paging';

export const recordOpeningInput = z.strictObject({ type: z.enum(openedTypes), id: recordId() });

/** That a person opened or downloaded a record, however often. */
export const opening = z.object({
  id: z.uuid(),
  recordType: z.enum(openedTypes),
  recordId: z.uuid(),
  title: z.string().nullable().describe('Null where the reader does not see the record any more.'),
  userId: z.uuid(),
  userName: z.string(),
  way: z.enum(ways),
  times: z.number().int().describe('Within ten minutes counted once.'),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
});

/** The last first. */
export const openingOrder = listOrder('Opening', 'openings', [
  { column: 'lastAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const openingFilter = pageQuery(openingOrder).extend({ way: z.enum(ways).optional() });

/** The openings of one record. */
export const teamOpeningFilter = openingFilter.extend({ recordType: z.enum(openedTypes), recordId: recordId() });

/** That an admin of the business looked at the portal as the reader. */
export const look = z.object({ id: z.uuid(), name: z.string(), lookedAt: z.iso.datetime() });

export const lookOrder = listOrder('AuditEntry', 'looks', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const lookFilter = pageQuery(lookOrder);

export type RecordOpeningInput = z.output<typeof recordOpeningInput>;
export type Opening = z.output<typeof opening>;
export type OpeningFilter = z.output<typeof openingFilter>;
export type TeamOpeningFilter = z.output<typeof teamOpeningFilter>;
export type Look = z.output<typeof look>;
export type LookFilter = z.output<typeof lookFilter>;
