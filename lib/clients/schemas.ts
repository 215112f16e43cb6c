import { z } from 'zod';
import { clientKinds } from '@/lib/clients/rule';
import { countryCode, currency, email, line, phone, recordId, text } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

export const clientKind = z.enum(clientKinds);

/** A client in a list. */
export const clientSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: clientKind,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  currency: z.string(),
  isActive: z.boolean().describe('While false, none of its people has access to the portal.'),
  projectCount: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** One client, with the team's notes about it. */
export const clientDetail = clientSummary.extend({
  address: z.string().nullable(),
  taxNumber: z.string().nullable(),
  countryCode: z.string().nullable().describe('ISO 3166-1, two letters.'),
  internalNotes: z.string().nullable().describe('Never shown to the client.'),
});

/** By name. */
export const clientOrder = listOrder('Client', 'clients', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const clientFilter = pageQuery(clientOrder).extend({
  search: z.string().trim().max(200).optional().describe('A part of the name.'),
  isActive: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});

export const clientId = z.strictObject({ id: recordId() });

const aboutClient = {
  email: email.nullish(),
  phone: phone.nullish(),
  address: text(500).nullish(),
  taxNumber: line(60).nullish(),
  countryCode: countryCode.nullish(),
  internalNotes: text().nullish(),
};

export const createClientInput = z.strictObject({
  name: line(),
  kind: clientKind.default('household'),
  currency: currency.nullish().describe("The tenant's own where it is absent."),
  isActive: z.boolean().default(true),
  ...aboutClient,
});

/** An absent field keeps its value; null removes it. */
export const changeClientInput = z.strictObject({
  id: recordId(),
  name: line().optional(),
  kind: clientKind.optional(),
  currency: currency.optional(),
  isActive: z.boolean().optional(),
  ...aboutClient,
});

export type ClientKind = z.output<typeof clientKind>;
export type ClientSummary = z.output<typeof clientSummary>;
export type ClientDetail = z.output<typeof clientDetail>;
export type ClientFilter = z.output<typeof clientFilter>;
export type CreateClientInput = z.output<typeof createClientInput>;
export type ChangeClientInput = z.output<typeof changeClientInput>;
