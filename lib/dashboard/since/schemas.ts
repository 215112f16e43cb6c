import { z } from 'zod';

/** The sections in which something can be new to a client, in the order of the page. */
export const newKinds = [
  ...(['updates', 'phases', 'documents', 'photos'] as const),
  ...(['invoices', 'credit_notes', 'payments', 'tickets'] as const),
] as const;

export type NewKind = (typeof newKinds)[number];

const newItem = z.object({
  id: z.uuid().describe('Of the record; of photos their project.'),
  title: z.string().describe('As its page names it; of photos the name of their project, of payments empty.'),
  projectId: z.uuid().nullable(),
  at: z.iso.datetime(),
  amount: z.string().nullable().describe('Of invoices, credit notes and payments.'),
  version: z.number().int().nullable().describe('Of documents.'),
  count: z.number().int().describe('Of photos, how many in their project; else 1.'),
});

/**
 * What is new since the person's last visit, section by section. A visit ends after half an hour without a look; documents and photos
 * that they saw on the pages of these meanwhile are not new. On a first visit, what the last 14 days brought.
 */
export const newSince = z.object({
  at: z.iso.datetime().describe('The last look of the last visit.'),
  isFirstVisit: z.boolean(),
  sections: z.array(
    z.object({
      kind: z.enum(newKinds),
      count: z.number().int().describe('At most 100 are counted.'),
      items: z.array(newItem).describe('The latest three.'),
    }),
  ),
});

type Wire = z.output<typeof newSince>;
type WireItem = Wire['sections'][number]['items'][number];
export type NewItem = Omit<WireItem, 'amount'> & { minor: bigint | null };
export type NewSection = { kind: NewKind; count: number; items: NewItem[] };
export type NewSince = Omit<Wire, 'sections'> & { sections: NewSection[] };
