import type { FieldName } from '@/lib/imports/fields/rule';
import type { Found, SourceRow } from '@/lib/imports/records/rule';

/** What all rows of an invoice say of it; a row may leave it to the first one. */
export const heads = [
  'client',
  'project',
  'issuedOn',
  'dueOn',
  'pricesIncludeTax',
  'notes',
] as const satisfies FieldName[];

/** What later rows of an invoice say otherwise than the first. */
export function differences(head: SourceRow, others: readonly SourceRow[]): Found[] {
  return others.flatMap((row) =>
    heads.flatMap((field) => {
      const named = row.values[field] ?? null;
      const differs = named !== null && named !== (head.values[field] ?? null);
      return differs
        ? [{ line: row.line, field, message: { key: 'importDiffers' as const, params: { line: head.line } } }]
        : [];
    }),
  );
}

/** A field of the draft's schema as a field of one of the rows: `lines.2.unitPrice` is `unitPrice` of the third. */
export const placeOf = (rows: readonly SourceRow[]) => (field: string) => {
  const [list, at, name] = field.split('.');
  const row = list === 'lines' && at !== undefined ? rows[Number(at)] : undefined;
  const renamed: Record<string, FieldName> = { clientId: 'client', projectId: 'project', recipient: 'client' };
  const own = row ? name : field;
  const known = [...heads, 'number', 'description', 'quantity', 'unitPrice', 'taxRate'].find((one) => one === own);
  // One of the names above, all of which are fields.
  return { line: (row ?? rows[0])?.line ?? 1, field: (known as FieldName | undefined) ?? renamed[own ?? ''] ?? null };
};
