/** A line as it is typed, every number as the reader's language writes it. */
export type DraftRow = {
  id: string;
  description: string;
  quantity: string;
  unitPrice: string;
  taxRate: string;
  discountPercent: string;
  discountAmount: string;
  /** Ids of the hours that a new line bills. */
  timeEntryIds: string[];
};

export const emptyRow = (taxRate: string): DraftRow => ({
  ...{ id: '', description: '', quantity: '', unitPrice: '', taxRate },
  ...{ discountPercent: '', discountAmount: '', timeEntryIds: [] },
});

/** Whether nothing but a preset was typed into a row. */
export const isEmptyRow = ({ id, description, quantity, unitPrice }: DraftRow): boolean =>
  [id, description, quantity, unitPrice].every((text) => text.trim() === '');

/** The rows of a form that was sent, from its values by field name. */
export function rowsOf(values: Record<string, string[]>): DraftRow[] {
  const rows: DraftRow[] = [];
  for (const [name, texts] of Object.entries(values)) {
    const [, at, field] = /^lines\.(\d{1,3})\.(\w+)$/.exec(name) ?? [];
    if (at === undefined || field === undefined) continue;
    const row = rows[Number(at)] ?? emptyRow('');
    rows[Number(at)] = row;
    if (field === 'timeEntryIds') row.timeEntryIds = texts;
    else if (field in row) Object.assign(row, { [field]: texts.at(-1) ?? '' });
  }
  return Array.from(rows, (row) => row ?? emptyRow(''));
}
