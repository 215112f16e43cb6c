// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes a table's own roles away on a phone.
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { PlainLink } from '@/components/ui/text-link';

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers and money are aligned to the end. */
  align?: 'start' | 'end';
  /** Marks a column of buttons: above the row's link, and in the row's corner on a phone. The label is for screen readers. */
  actions?: boolean;
  /** Hidden in the stacked rows of a phone. */
  wideOnly?: boolean;
};

type Props<Row> = {
  /** Accessible name of the table. */
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the first cell a link that covers the whole row. */
  rowHref?: (row: Row) => string;
  /** Cells of a last row with totals, by column key. */
  totals?: Record<string, ReactNode>;
};

const cell = 'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-6 md:pe-6 md:last:pe-0';

/**
 * A table that becomes a stack of labelled lines on a phone. The ARIA roles are explicit, because browsers drop the
 * implicit ones when `display` changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, totals }: Props<Row>) {
  return (
    <div className="md:-mx-1 md:overflow-x-auto md:px-1">
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
                  'eyebrow whitespace-nowrap py-2.5',
                  column.align === 'end' ? 'text-end' : 'text-start',
                  cell,
                )}
              >
                {column.actions ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-md:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className="group relative border-b border-line/70 max-md:block max-md:py-4"
            >
              {columns.map((column, index) => (
                <BodyCell
                  key={column.key}
                  column={column}
                  row={row}
                  lead={index === 0}
                  href={index === 0 ? rowHref?.(row) : undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {totals && <TableTotals columns={columns} totals={totals} />}
      </table>
    </div>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; lead: boolean; href: string | undefined };

function BodyCell<Row>({ column, row, lead, href }: CellProps<Row>) {
  const content = column.cell(row);
  if (column.actions) {
    return (
      <td role="cell" className="relative py-1.5 max-md:absolute max-md:end-0 max-md:top-2 max-md:z-10 md:w-px">
        <div className="flex justify-end">{content}</div>
      </td>
    );
  }
  return (
    <td
      role="cell"
      className={clsx(
        cell,
        'py-1 md:py-4',
        column.align === 'end' && 'numerals md:text-end',
        column.wideOnly && 'max-md:hidden',
        lead && 'font-medium max-md:pe-12 max-md:pb-1.5 max-md:text-base',
      )}
    >
      {!lead && (
        <span aria-hidden="true" className="shrink-0 text-sm text-ink-faint md:hidden">
          {column.label}
        </span>
      )}
      <div className={clsx('min-w-0 break-words', !lead && 'max-md:text-end')}>
        {href ? (
          <PlainLink href={href} className="after:absolute after:inset-0 group-hover:text-accent-text">
            {content}
          </PlainLink>
        ) : (
          content
        )}
      </div>
    </td>
  );
}

function TableTotals<Row>({ columns, totals }: { columns: Column<Row>[]; totals: Record<string, ReactNode> }) {
  return (
    <tfoot role="rowgroup" className="max-md:block">
      <tr role="row" className="font-medium max-md:block max-md:py-4">
        {columns.map((column) => (
          <td
            key={column.key}
            role="cell"
            className={clsx(
              cell,
              'py-1 md:py-4',
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
