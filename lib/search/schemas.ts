import { z } from 'zod';
import { line, wholeNumber } from '@/lib/fields';

/** What people of a client search, in the order of the results. */
export const clientKinds = [
  ...(['project', 'phase', 'document', 'photo', 'update'] as const),
  ...(['invoice', 'credit_note', 'ticket', 'message', 'time_entry'] as const),
] as const;

/** What the team searches. Staff find no invoices, credit notes and people. */
export const teamKinds = [
  ...(['client', 'project', 'phase', 'document', 'photo', 'update'] as const),
  ...(['invoice', 'credit_note', 'ticket', 'message', 'note', 'time_entry', 'person'] as const),
] as const;

export type SearchKind = (typeof teamKinds)[number];

/** How a record was found, the best first: by its exact number, by its title or name, by its text, by a similar spelling. */
export const searchMatches = ['number', 'title', 'text', 'similar'] as const;

const kindsOf = <const K extends readonly [string, ...string[]]>(kinds: K) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(kinds)).min(1))
    .optional()
    .describe('Kinds of records, divided by commas; all of them if absent.');

const question = line(200).describe(
  'Words, each from its beginning, or a number. At most the first eight words count.',
);
const limit = wholeNumber({ minimum: 1, maximum: 200 })
  .default(50)
  .describe('The most results, the best of each kind first.');

export const clientSearch = z.strictObject({ q: question, kinds: kindsOf(clientKinds), limit });
export const teamSearch = z.strictObject({ q: question, kinds: kindsOf(teamKinds), limit });

/** A question with the kinds that it is about. */
export type Search = { q: string; kinds?: readonly SearchKind[] | undefined; limit: number };

export const searchResult = z.object({
  type: z.enum(teamKinds),
  id: z.uuid(),
  title: z.string().describe('For a message or note the subject of its ticket, for an invoice its number.'),
  excerpt: z
    .string()
    .nullable()
    .describe('The part of the text that has the first word; null where the title alone has it.'),
  match: z.enum(searchMatches).describe('`similar`: nothing has the words, and one word of the title is spelt alike.'),
  number: z.string().nullable().describe('Of a ticket, invoice or credit note.'),
  parentId: z.uuid().nullable().describe('The ticket of a message or note.'),
  projectId: z.uuid().nullable(),
  projectName: z.string().nullable(),
  clientName: z.string().nullable().describe('Null for people of a client.'),
  on: z.iso.date(),
  address: z.string().describe('The path of the page about the record.'),
});

export const searchCount = z.object({
  type: z.enum(teamKinds),
  count: z.number().int(),
  more: z.boolean().describe('Whether there are more than were counted.'),
});

/** The results, the best first, and how many of each kind there are: up to 20, or 100 where one kind is asked for. */
export const searchAnswer = z.object({
  data: z.array(searchResult),
  nextCursor: z.null(),
  counts: z.array(searchCount),
});

export type SearchResult = z.output<typeof searchResult>;
export type SearchAnswer = z.output<typeof searchAnswer>;
