// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes a table's own roles away on a phone.
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { PlainLink } from '@/components/ui/text-link';

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers and money stand at the end. */
  align?: 'start' | 'end';
  /** Left out of the stacked rows of a phone. */
  wideOnly?: boolean;
};

type Props<Row> = {
  /** Names the table for screen readers. */
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the first cell a link that covers the whole row. */
  rowHref?: (row: Row) => string;
  /** Cells of a last line with totals, by column key. */
  totals?: Record<string, ReactNode>;
};

const cell =
  'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-6 max-md:py-0.5 md:py-3.5 md:pe-6 md:last:pe-0';

/**
 * A table that becomes a stack of labelled lines on a phone. The roles are written out because a browser forgets them
 * when `display` changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, totals }: Props<Row>) {
  return (
    <table role="table" className="w-full text-[0.9375rem] max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={clsx(
                'eyebrow whitespace-nowrap py-2.5 pe-6 last:pe-0',
                column.align === 'end' ? 'text-end' : 'text-start',
              )}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className={clsx(
              'border-b border-line/70 max-md:relative max-md:block max-md:py-4 md:relative',
              rowHref && 'hover:bg-sunken/60',
            )}
          >
            {columns.map((column, index) => (
              <td
                key={column.key}
                role="cell"
                className={clsx(
                  cell,
                  column.align === 'end' && 'numerals md:text-end',
                  column.wideOnly && 'max-md:hidden',
                  index === 0 && 'font-medium max-md:pb-1.5 max-md:text-base',
                )}
              >
                {index > 0 && (
                  <span aria-hidden="true" className="shrink-0 text-sm text-ink-faint md:hidden">
                    {column.label}
                  </span>
                )}
                <div className={clsx('min-w-0 [overflow-wrap:anywhere]', index > 0 && 'max-md:text-end')}>
                  {index === 0 && rowHref ? (
                    <PlainLink href={rowHref(row)} className="after:absolute after:inset-0 hover:text-accent-text">
                      {column.cell(row)}
                    </PlainLink>
                  ) : (
                    column.cell(row)
                  )}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {totals && <TableTotals columns={columns} totals={totals} />}
    </table>
  );
}

function TableTotals<Row>({ columns, totals }: { columns: Column<Row>[]; totals: Record<string, ReactNode> }) {
  return (
    <tfoot className="max-md:block">
      <tr role="row" className="font-medium max-md:block max-md:py-4">
        {columns.map((column) => (
          <td
            key={column.key}
            role="cell"
            className={clsx(
              cell,
              column.align === 'end' && 'numerals md:text-end',
              !totals[column.key] && 'max-md:hidden',
            )}
          >
            {totals[column.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
