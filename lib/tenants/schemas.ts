import { z } from 'zod';
import { currency, email, line, locale, recordId, slug, timeZone } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { tenantStatuses } from '@/lib/tenants/rule';
import { userTypes } from '@/lib/user-type';

/** A tenant with its first admin and, optionally, a first client with its first person and a project for them. */
export const onboardTenantInput = z
  .strictObject({
    name: line(),
    slug: slug.nullish(),
    currency: currency.default('EUR'),
    timeZone: timeZone.default('UTC'),
    locale: locale.default('en'),
    adminName: line(),
    adminEmail: email,
    clientName: line().nullish(),
    clientUserName: line().nullish(),
    clientUserEmail: email.nullish(),
    projectName: line().nullish(),
  })
  .superRefine((input, context) => {
    const firstClient = ['clientName', 'clientUserName', 'clientUserEmail'] as const;
    if (!input.projectName && firstClient.every((field) => !input[field])) return;
    for (const field of firstClient)
      if (!input[field]) context.addIssue({ code: 'custom', path: [field], message: 'required' });
  });

export const tenantId = z.strictObject({ id: recordId() });

export const changeTenantInput = z.strictObject({
  id: recordId(),
  name: line().optional(),
  slug: slug.optional(),
  status: z.enum(tenantStatuses).optional(),
  storageQuotaBytes: z
    .number()
    .int()
    .min(0)
    .max(10 ** 15)
    .optional()
    .describe('The most bytes that its files may take.'),
});

/** The form, with the quota in gigabytes of 10⁹ bytes, as disks are sold. */
export const changeTenantForm = changeTenantInput.omit({ status: true, storageQuotaBytes: true }).extend({
  storageQuotaGigabytes: z
    .number()
    .min(0)
    .max(10 ** 6),
});

/** The newest first. */
export const tenantOrder = listOrder('Tenant', 'tenants', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const tenantFilter = pageQuery(tenantOrder).extend({
  search: z.string().trim().max(200).optional(),
  status: z.enum(tenantStatuses).optional(),
});

/** Counts: the platform reads nothing else of a tenant's records. */
const usage = z.object({
  users: z.number(),
  clients: z.number(),
  projects: z.number(),
  documents: z.number(),
  photos: z.number(),
  storedBytes: z.number(),
});

export const tenantSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(tenantStatuses),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  createdAt: z.iso.datetime(),
  suspendedAt: z.iso.datetime().nullable(),
  storageQuotaBytes: z.number().int(),
  lastSignInAt: z.iso.datetime().nullable().describe('The last sign-in of anybody of the business.'),
  usage,
});

export const tenantDetail = tenantSummary.extend({
  users: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      userType: z.enum(userTypes),
      isActive: z.boolean(),
      lastSignInAt: z.iso.datetime().nullable(),
    }),
  ),
});

/** `invitations` are the links by which the first people set their passwords: in this answer only, and not stored. */
export const onboardedTenant = tenantDetail.extend({
  invitations: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      url: z.string(),
      expiresAt: z.iso.datetime(),
      isMailed: z.boolean().describe('Whether a link of its own is mailed to the person too.'),
    }),
  ),
});

export type OnboardTenantInput = z.output<typeof onboardTenantInput>;
export type ChangeTenantInput = z.output<typeof changeTenantInput>;
export type TenantFilter = z.output<typeof tenantFilter>;
export type TenantSummary = z.output<typeof tenantSummary>;
export type TenantDetail = z.output<typeof tenantDetail>;
export type OnboardedTenant = z.output<typeof onboardedTenant>;
