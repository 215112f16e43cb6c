import { z } from 'zod';
import { recordId } from '@/lib/fields';
import { apiFieldNames, apiNameOf, type FieldName, fromApiName } from '@/lib/imports/fields/rule';
import { importKinds, importStatuses } from '@/lib/imports/rule';
import { listOrder, pageQuery } from '@/lib/paging';

export const importKind = z.enum(importKinds);
export const importStatus = z.enum(importStatuses);

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const separators = ['semicolon', 'comma', 'tab', 'bar'] as const;

/** How a file was written. A workbook has neither an encoding nor a separator. */
export const writing = z.object({
  encoding: z.enum(encodings).nullable(),
  separator: z.enum(separators).nullable(),
  decimal: z.enum([',', '.']),
  dateOrder: z.enum(['dmy', 'mdy']),
});

/** What uses records that an import created, and how many of it; `changed` are those that were changed since. */
const use = z.object({ what: z.string(), count: z.number().int() });

/** Why the last step did not come to its end. */
export const importFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('columns') }).describe('Read as chosen, the file has other columns.'),
  z.object({ kind: z.literal('changed') }).describe('The check no longer holds: records have changed since.'),
  z.object({ kind: z.literal('inUse'), uses: z.array(use) }),
  z.object({ kind: z.literal('numbers'), number: z.string() }).describe('A number that the portal would give again.'),
  z.object({ kind: z.literal('reason'), key: z.string() }).describe('A reason of the errors of the API.'),
]);

const counts = {
  created: z.number().int(),
  changed: z.number().int(),
  same: z.number().int().describe('Left alone.'),
  problems: z.number().int(),
};

/** An import in a list. */
export const importSummary = z.object({
  id: z.uuid(),
  kind: importKind,
  status: importStatus,
  fileName: z.string(),
  rowCount: z.number().int(),
  doneRows: z.number().int().describe('Rows that the work in hand has gone through.'),
  counts: z.object(counts).describe('Of the last check; of the write once it is done.'),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});

/** A field inside the process, answered by its name of the API. */
const answeredField = z.preprocess(
  (name: FieldName | null) => name && apiNameOf(name),
  z.enum(apiFieldNames).nullable(),
);

export const importDetail = importSummary.extend({
  writing,
  columns: z.array(z.object({ title: z.string(), sample: z.array(z.string()), field: answeredField })),
  invites: z.boolean(),
  isStuck: z.boolean().describe('Whether a step that was asked for is overdue, so that it can be asked for again.'),
  fault: importFault.nullable(),
});

/** What is wrong in a row. */
export const importProblem = z.object({
  id: z.uuid(),
  line: z.number().int().describe('Counted from 1, the header included.'),
  field: answeredField.describe('Null where the whole row is meant.'),
  column: z.string().nullable().describe('The title of the column in the file.'),
  value: z.string().nullable(),
  message: z.string(),
});

/** The latest first. */
export const importOrder = listOrder('Import', 'imports', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const importFilter = pageQuery(importOrder);

/** In the order of the file. */
export const problemOrder = listOrder('ImportProblem', 'import-problems', [
  { column: 'line', kind: 'whole' },
  { column: 'id', kind: 'id' },
]);

export const problemFilter = pageQuery(problemOrder).extend({ id: recordId() });

export const importId = z.strictObject({ id: recordId() });

/** The fields beside an uploaded file. */
export const startImportInput = z.strictObject({ kind: importKind });

/** The field that a column fills; null and `none`, which a form sends, leave it out. */
const columnField = z
  .enum([...apiFieldNames, 'none'])
  .nullish()
  .transform((name) => fromApiName(name ?? 'none'));

/** How to read the file, and the field of each of its columns in their order; null leaves a column out. */
export const checkImportInput = z.strictObject({
  id: recordId(),
  encoding: z.enum(encodings).nullish(),
  separator: z.enum(separators).nullish(),
  decimal: z.enum([',', '.']),
  dateOrder: z.enum(['dmy', 'mdy']),
  columns: z.array(z.strictObject({ field: columnField })).max(100),
});

export const confirmImportInput = z.strictObject({
  id: recordId(),
  invites: z.boolean().default(false).describe('Whether the people in it are sent an invitation.'),
});

type Column = { title: string; sample: string[]; field: FieldName | null };
export type ImportFault = z.output<typeof importFault>;
export type ImportSummary = z.output<typeof importSummary>;
export type ImportDetail = Omit<z.output<typeof importDetail>, 'columns'> & { columns: Column[] };
export type ImportFilter = z.output<typeof importFilter>;
export type CheckImportInput = z.output<typeof checkImportInput>;
export type ConfirmImportInput = z.output<typeof confirmImportInput>;

/** A problem inside the process: its sentence is of the reader's language. */
export type Problem = {
  id: string;
  line: number;
  field: FieldName | null;
  value: string | null;
  message: { key: string; params?: Record<string, string | number> };
};
