import { z } from 'zod';
import { aheadTypes, explainedTypes, mailPlans, reasons, recordReasons } from '@/lib/explain/rule';
import { recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

export const explainedType = z.enum(explainedTypes);

/** By name. */
export const explainOrder = listOrder('User', 'explain', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const explainFilter = pageQuery(explainOrder).extend({
  type: explainedType,
  id: recordId().describe('Of the record.'),
  userId: recordId().optional().describe('Only this person.'),
  clientId: recordId().optional().describe('Only people of this client.'),
  ahead: z
    .enum(aheadTypes)
    .optional()
    .describe('Of a project: `mail` is then about a new record of this kind that is shown in it at once.'),
});

/** Whether a person of a client sees a record now, as the wall says, and if not the first reason. */
export const explanation = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  clientId: z.uuid().nullable(),
  clientName: z.string().nullable(),
  sees: z.boolean(),
  reason: z.enum(reasons).nullable().describe('Null where the person sees the record.'),
  explanation: z.string().nullable().describe("The reason as a sentence in the reader's language."),
  remedy: z
    .string()
    .nullable()
    .describe('What would show the record to the person; null where it is not meant for them.'),
  willSee: z.boolean().describe('Whether the person sees it as soon as it is published, shared, issued or shown.'),
  mail: z
    .enum(mailPlans)
    .nullable()
    .describe(
      'How soon the person is mailed then; `off` and `refused` for never, `none` where the portal sends no mail.',
    ),
});

export const explainedRecord = z.object({
  type: explainedType,
  id: z.uuid(),
  title: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  projectId: z.uuid().nullable(),
  hiddenBy: z.enum(recordReasons).nullable().describe('What hides it from everybody of its client now.'),
});

export const explainedList = z.object({
  data: z.array(explanation),
  nextCursor: z.string().nullable(),
  record: explainedRecord,
});

export type ExplainFilter = z.output<typeof explainFilter>;
export type Explanation = z.output<typeof explanation>;
export type ExplainedRecord = z.output<typeof explainedRecord>;
