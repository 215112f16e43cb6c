import type pg from 'pg';
import { leftOutColumns, leftOutTables, takenTables } from '@/lib/exports/business/format';
import { sourceText } from '@/tests/support/source/model-notes';

type Column = {
  table: string;
  name: string;
  type: string;
  required: boolean;
  derived: boolean;
  refers: string | null;
  values: string | null;
};

const catalog = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, a.attgenerated <> '' as derived,
    (select string_agg(distinct k.confrelid::regclass::text, ' or ') from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = k.conkey[cardinality(k.conkey)] and a.attname like '%\\_id') as refers,
    (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = a.atttypid) as values
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`;

/** How the values of a column are written, by its type of PostgreSQL. */
const written: Record<string, string> = {
  uuid: 'UUID',
  'uuid[]': 'list of UUIDs',
  text: 'text',
  boolean: 'true or false',
  integer: 'integer',
  bigint: 'integer',
  date: 'date, YYYY-MM-DD',
  'timestamp(3) with time zone': 'instant, ISO 8601 in UTC',
  jsonb: 'JSON',
  bytea: 'bytes, \\x and hexadecimal',
  'character(3)': 'ISO 4217 code',
};

/** The unit of a number, by the end of its column's name. */
const units: [RegExp, string][] = [
  [
    /_minor$|^amount$/,
    'minor units of the currency (of `rollups`: minor units, minutes, bytes or a number, by `kind`)',
  ],
  [/_ten_thousandth$/, 'ten-thousandths of the currency’s main unit'],
  [/_thousandth$/, 'thousandths'],
  [/(^|_)rate$/, 'ten-thousandths of a percent'],
  [/_bytes$|^byte_size$/, 'bytes'],
  [/^minutes$|^quiet_(from|to)$/, 'minutes (of `quiet_*`: since midnight)'],
  [/_hours$/, 'hours'],
  [/_days(_before|_after)?$/, 'days'],
  [/_width$/, 'digits'],
  [/_years$/, 'years'],
  [/_position$/, 'counted from 1'],
  [/^first_\w+_number$/, 'counted from 1'],
  [/^percent$/, 'percent, 0 to 100'],
  [/^(width|height)$/, 'pixels'],
  [/^weight$/, 'share of the project, relative'],
  [
    /^(position|number|sequence|posting_number|line|revision|value)$/,
    'counted from 1 (`position` from 0 in lists that people order)',
  ],
  [/_count$|_rows$|^(times|attempts|unconfirmed)$/, 'a number of them'],
];

const noteOf = (unit: string, table: string, name: string) => {
  if (name === 'amount' && table === 'rollups') return 'minor units, minutes, bytes or a number, by `kind`';
  if (name.startsWith('quiet_')) return 'minutes since midnight';
  return unit.replace(/ \(.*\)$/, '');
};

/** The unit of a column of numbers; undefined where none is known. */
export function unitOf(table: string, name: string): string | undefined {
  const unit = units.find(([pattern]) => pattern.test(name))?.[1];
  return unit === undefined ? undefined : noteOf(unit, table, name);
}

/** The columns of the database. */
export async function databaseColumns(owner: pg.Client): Promise<Column[]> {
  return (await owner.query<Column>(catalog)).rows;
}

/** docs/tenant-export-tables.md as the database, the models and lib/exports/business/format.ts say it today. */
export async function tablesText(owner: pg.Client): Promise<string> {
  const notes = await sourceText();
  const columns = await databaseColumns(owner);
  const parts = takenTables.map((table) => {
    const rows = columns.flatMap((column) => {
      const { name, type, required, derived, refers, values } = column;
      if (column.table !== table || derived || leftOutColumns[table]?.[name]) return [];
      const kind = values ? `one of ${values}` : (written[type] ?? type);
      const facts = [refers && `of ${refers}`, isNumber(type) && unitOf(table, name), notes.column(table, name)];
      return `| \`${name}\` | ${kind}${required ? '' : ', or null'} | ${facts.filter(Boolean).join('. ')} |`;
    });
    return `## ${table}\n\n${notes.table(table)}\n\n| column | written as | unit and meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const left = Object.entries(leftOutTables).map(([name, reason]) => `| \`${name}\` | ${reason} |`);
  const gone = Object.entries(leftOutColumns).flatMap(([table, reasons]) =>
    Object.entries(reasons).map(([name, reason]) => `| \`${table}.${name}\` | ${reason} |`),
  );
  return `# The tables of a tenant export

Written by \`npm run archive-tables\` from the database and its models; a test fails where it is out of date. [tenant-export.md](tenant-export.md) explains the
archive. Columns that PostgreSQL derives from others are left out.

${parts.join('\n')}
## What is left out

| table or column | why |
| --- | --- |
${[...left, ...gone].join('\n')}
`;
}

export const isNumber = (type: string) => type === 'integer' || type === 'bigint';
