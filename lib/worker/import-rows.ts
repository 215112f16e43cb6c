import { readCell } from '@/lib/imports/cells/rule';
import { type FieldName, fieldNamed, fieldsOf } from '@/lib/imports/fields/rule';
import type { Mapping } from '@/lib/imports/mapping/rule';
import type { SourceRow } from '@/lib/imports/records/rule';
import { batchSize, type ImportKind } from '@/lib/imports/rule';
import { kinds, type Shown } from '@/lib/imports/work/commands';
import type { Cell, SourceLine, Writing } from '@/lib/tables/table-job';

type Read = { row: SourceRow; problems: Shown[] };

const textIn = (cell: Cell) => (cell === null ? '' : typeof cell === 'string' ? cell : cell.typed);

/** Reads the cells of a line into the fields of a kind, with what is wrong in them. */
export function fieldReader(
  kind: ImportKind,
  mapping: Readonly<Mapping>,
  writing: Pick<Writing, 'decimal' | 'dateOrder'>,
) {
  const columns = mapping.flatMap((name, at) => {
    const field = fieldNamed(kind, name);
    return field ? [{ field, at }] : [];
  });
  const { heads = [] } = kinds[kind];
  const required = fieldsOf[kind].filter(({ name, required: isRequired }) => isRequired && !heads.includes(name));
  return ([line, cells]: SourceLine): Read => {
    const values: SourceRow['values'] = {};
    const written: SourceRow['written'] = {};
    const problems: Shown[] = [];
    const wrong = (field: FieldName | null, cell: Cell, message: Shown['message']) =>
      problems.push({ line, field, value: textIn(cell) || null, message });
    for (const { field, at } of columns) {
      const cell = cells[at] ?? null;
      const read = readCell(cell, field, writing);
      if ('problem' in read) wrong(field.name, cell, read.problem);
      else {
        values[field.name] = read.value;
        if (read.value !== null && String(read.value) !== textIn(cell)) written[field.name] = textIn(cell);
      }
    }
    for (const { name } of required)
      if ((values[name] ?? null) === null && !problems.some(({ field }) => field === name))
        wrong(name, null, { key: 'required' });
    // A separator in a cell without quotes moves all cells behind it.
    const beyond = cells.slice(mapping.length).find((cell) => textIn(cell).trim() !== '');
    if (beyond !== undefined) wrong(null, beyond, { key: 'importCells', params: { columns: mapping.length } });
    return { row: { line, values, written }, problems };
  };
}

/** Rows of which a cell cannot be read are planned too, so that all that is wrong in them is known at once. */
type Batch = { units: SourceRow[][]; problems: Shown[]; rows: number };

/**
 * The rows of a file in batches. Rows that are one record, such as the lines of an invoice, come together wherever they stand; then
 * none of them is planned where one of them is wrong.
 */
export async function* unitsOf(
  kind: ImportKind,
  lines: AsyncIterable<SourceLine>,
  readRow: (line: SourceLine) => Read,
): AsyncGenerator<Batch, void, undefined> {
  const { groupBy } = kinds[kind];
  const groups = new Map<string, SourceRow[]>();
  const broken = new Set<string>();
  let batch: Batch = { units: [], problems: [], rows: 0 };
  const isFull = () => batch.units.length >= batchSize || batch.problems.length >= batchSize;
  for await (const line of lines) {
    const { row, problems } = readRow(line);
    batch.problems.push(...problems);
    batch.rows++;
    const key = groupBy && row.values[groupBy];
    if (key !== null && key !== undefined) {
      const name = String(key);
      if (problems.length > 0) broken.add(name);
      const group = groups.get(name);
      if (group) group.push(row);
      else groups.set(name, [row]);
    } else batch.units.push([row]);
    if (!isFull()) continue;
    yield batch;
    batch = { units: [], problems: [], rows: batch.rows };
  }
  for (const [key, rows] of groups) {
    if (broken.has(key)) continue;
    batch.units.push(rows);
    if (!isFull()) continue;
    yield batch;
    batch = { units: [], problems: [], rows: batch.rows };
  }
  yield batch;
}
