import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import { type FieldName, fieldNames } from '@/lib/imports/fields/rule';
import type { Mapping } from '@/lib/imports/mapping/rule';
import { isStuck } from '@/lib/imports/rule';
import {
  type ImportDetail,
  type ImportSummary,
  importFault,
  importKind,
  importStatus,
  writing,
} from '@/lib/imports/schemas';

export const summaryColumns = {
  ...{ id: true, kind: true, status: true, fileName: true, rowCount: true, doneRows: true, createdCount: true },
  ...{
    changedCount: true,
    sameCount: true,
    problemCount: true,
    createdByName: true,
    createdAt: true,
    finishedAt: true,
  },
} satisfies Prisma.ImportSelect;

export const detailColumns = {
  ...summaryColumns,
  ...{
    writing: true,
    header: true,
    sample: true,
    mapping: true,
    invites: true,
    fault: true,
    fileId: true,
    askedAt: true,
  },
} satisfies Prisma.ImportSelect;

type SummaryRow = Prisma.ImportGetPayload<{ select: typeof summaryColumns }>;
type DetailRow = Prisma.ImportGetPayload<{ select: typeof detailColumns }>;

export function summaryOf(row: SummaryRow): ImportSummary {
  const { id, fileName, rowCount, doneRows, createdByName } = row;
  const { createdCount: created, changedCount: changed, sameCount: same, problemCount: problems } = row;
  return {
    ...{ id, fileName, rowCount, doneRows, createdByName, counts: { created, changed, same, problems } },
    ...{ kind: importKind.parse(row.kind), status: importStatus.parse(row.status) },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

const texts = z.array(z.string());
const samples = z.array(texts);
const mappingShape = z.array(z.enum(fieldNames).nullable());

/** The field of each column, as it is stored. */
export const mappingOf = (stored: unknown): Mapping => mappingShape.parse(stored);
export const headerOf = (stored: unknown): string[] => texts.parse(stored);

export function detailOf(row: DetailRow): ImportDetail {
  const [header, sample, mapping] = [headerOf(row.header), samples.parse(row.sample), mappingOf(row.mapping)];
  const fieldAt = (at: number): FieldName | null => mapping[at] ?? null;
  return {
    ...summaryOf(row),
    writing: writing.parse(row.writing),
    columns: header.map((title, at) => ({ title, sample: sample.map((cells) => cells[at] ?? ''), field: fieldAt(at) })),
    invites: row.invites,
    isStuck: isStuck(importStatus.parse(row.status), row.askedAt),
    fault: row.fault === null ? null : importFault.parse(row.fault),
  };
}
