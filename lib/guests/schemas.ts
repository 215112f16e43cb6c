import { z } from 'zod';
import { GuestPlace } from '@/lib/db/generated/enums';
import { line, recordId } from '@/lib/fields';
import { guestSections, mostDays } from '@/lib/guests/rule';
import { listOrder, pageQuery } from '@/lib/paging';

export const createGuestPassInput = z.strictObject({
  /** For whom it is. */
  label: line(80),
  projectIds: z.array(recordId()).min(1).max(200),
  sections: z.array(z.enum(guestSections)).min(1).max(guestSections.length),
  expiresInDays: z.number().int().min(1).max(mostDays),
  password: z.string().min(8).max(200).nullish(),
});
export type CreateGuestPassInput = z.output<typeof createGuestPassInput>;

export const guestPassId = z.strictObject({ id: recordId() });

export const guestPass = z.object({
  id: z.uuid(),
  label: z.string(),
  sections: z.array(z.enum(guestSections)),
  projects: z.array(z.object({ id: z.uuid(), name: z.string() })),
  hasPassword: z.boolean(),
  state: z.enum(['live', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type GuestPass = z.output<typeof guestPass>;

/** With its address, which is shown once: the database keeps a hash of its secret. */
export const newGuestPass = guestPass.extend({ url: z.url() });
export type NewGuestPass = z.output<typeof newGuestPass>;

export const guestPassOrder = listOrder('GuestPass', 'guest-passes', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);
export const guestPassFilter = pageQuery(guestPassOrder);
export type GuestPassFilter = z.output<typeof guestPassFilter>;

export const guestVisit = z.object({
  id: z.uuid(),
  place: z.enum(GuestPlace),
  name: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type GuestVisit = z.output<typeof guestVisit>;

export const guestVisitOrder = listOrder('GuestVisit', 'guest-visits', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);
export const guestVisitFilter = pageQuery(guestVisitOrder).extend({ id: recordId() });
export type GuestVisitFilter = z.output<typeof guestVisitFilter>;

/** The secret of a link in an address. */
export const guestToken = z.string().regex(/^[\w-]{20,100}$/);
export const openGuestPassInput = z.strictObject({ token: guestToken, password: z.string().max(200).nullish() });
