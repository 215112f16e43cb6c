// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes a table's own roles away on a phone.
import { clsx } from 'clsx';
import { Fragment, isValidElement, type ReactNode } from 'react';
import { PlainLink } from '@/components/ui/text-link';

export type Column<Row> = {
  key: string;
  /** Stands before each cell on a phone, by the style sheet. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and money are aligned to the end. */
  align?: 'start' | 'end';
  /** Marks a column of buttons: above the row's link, and in the row's corner on a phone. The label is for screen readers. */
  actions?: boolean;
  /** Width on a tablet and a desktop, as a class; columns without one share the rest. */
  width?: string;
  /** Hidden below a desktop. */
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

/**
 * A table that becomes a stack of labelled lines on a phone. Its columns have their widths whatever the rows hold. The ARIA roles are explicit, because browsers drop the
 * implicit ones when `display` changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, totals }: Props<Row>) {
  return (
    <table role="table" className="w-full text-[0.9375rem] max-md:block md:table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={clsx(
                'eyebrow py-2.5 align-bottom',
                column.align === 'end' ? 'text-end' : 'text-start',
                column.actions ? 'md:w-9' : column.width,
                column.wideOnly && 'max-lg:hidden',
                'md:pe-4 md:last:pe-0',
              )}
            >
              {column.actions ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className="data-row">
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
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; lead: boolean; href: string | undefined };

function BodyCell<Row>({ column, row, lead, href }: CellProps<Row>) {
  const value = column.cell(row);
  const content = typeof value === 'string' ? <span className="two-lines">{value}</span> : value;
  if (column.actions) {
    return (
      <td role="cell" className="cell-actions">
        <div className="flex justify-end">{content}</div>
      </td>
    );
  }
  const isOne = isValidElement(content) && content.type !== Fragment;
  const shown = isOne || content === null ? content : <div>{content}</div>;
  return (
    <td
      role="cell"
      {...(!lead && { 'data-label': column.label })}
      className={clsx(
        'cell',
        column.align === 'end' && 'cell-end',
        column.wideOnly && 'max-lg:hidden',
        lead && 'cell-lead',
      )}
    >
      {href ? (
        <PlainLink href={href} className="cover block">
          {content}
        </PlainLink>
      ) : (
        shown
      )}
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
              'cell',
              column.wideOnly && 'max-lg:hidden',
              column.align === 'end' && 'cell-end',
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
