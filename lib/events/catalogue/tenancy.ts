import { z } from 'zod';
import { TenantStatus } from '@/lib/db/generated/enums';
import { changedText, eventKind } from '@/lib/events/define';

const changedTenant = {
  name: z.string().optional(),
  slug: z.string().optional(),
  storageQuotaBytes: z.number().int().optional(),
};

const changedClient = {
  name: z.string().optional(),
  kind: z.string().optional(),
  currency: z.string().optional(),
  isActive: z.boolean().optional(),
  email: changedText,
  phone: changedText,
  address: changedText,
  taxNumber: changedText,
  countryCode: changedText,
  /** The trail records that the notes changed, without their text. */
  internalNotesChanged: z.literal(true).optional(),
};

/** Events of tenants, their settings and their clients. */
export const tenancyEvents = {
  'list.exported': eventKind('tenant', 'admins', { list: z.string(), fileName: z.string() }),
  /** An admin has a mail of the outbox sent once more. */
  'mail.retried': eventKind('mail', 'admins', { userId: z.uuid() }),
  'tenant.onboarded': eventKind('tenant', 'platform', { name: z.string(), slug: z.string() }),
  'tenant.changed': eventKind('tenant', 'platform', changedTenant),
  'tenant.suspended': eventKind('tenant', 'platform', { ...changedTenant, status: z.enum(TenantStatus) }),
  'tenant.resumed': eventKind('tenant', 'platform', { ...changedTenant, status: z.enum(TenantStatus) }),
  'settings.changed': eventKind('tenant', 'admins', {
    name: z.string().optional(),
    email: changedText,
    phone: changedText,
    website: changedText,
    address: changedText,
    taxNumber: changedText,
    locale: z.string().optional(),
    timeZone: z.string().optional(),
    currency: z.string().optional(),
    accent: z.string().optional(),
    showcaseEnabled: z.boolean().optional(),
    showcaseProjectNames: z.boolean().optional(),
    guestPassesEnabled: z.boolean().optional(),
    dateHistoryShown: z.boolean().optional(),
  }),
  'settings.logo_changed': eventKind('tenant', 'admins', {}),
  'settings.logo_removed': eventKind('tenant', 'admins', {}),
  'client.created': eventKind('client', 'admins', { ...changedClient, name: z.string(), currency: z.string() }),
  'client.changed': eventKind('client', 'admins', changedClient),
  'client.deactivated': eventKind('client', 'admins', changedClient),
  'client.reactivated': eventKind('client', 'admins', changedClient),
};
