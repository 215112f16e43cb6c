import { setImmediate } from 'node:timers/promises';
import { breakPage, type Flow, floorOf } from '@/lib/pdf/flow';
import { ascentOf, drawArtifact, drawLine, drawLines, inks, leadingOf, page, pageWidth } from '@/lib/pdf/sheet';
import type { Line } from '@/lib/pdf/text';

export type Column = { title: string; align: 'start' | 'end' };

export type TableData = {
  /** One column, the flexible one, takes the width that the others leave. */
  columns: readonly Column[];
  flexible: number;
  rows: readonly (readonly string[])[];
  colour: string;
  /** The text and the sum of the last column after the given number of rows, for a page that ends there. */
  carried: (rows: number) => readonly [label: string, sum: string];
};

const sizes = [9, 8, 7, 6];
const least = 130; // points for the flexible column
const gap = 11;
const padding = 3.6;
const mostAtOnce = 40;

/**
 * Draws a table over as many pages as it needs, with its head repeated and the sum carried over. A row is torn between two lines
 * only where it is higher than a third of a page. Waits between rows, so that other requests are answered meanwhile. What runs
 * on stays set in the flow, for the totals that follow.
 */
export async function drawTable(flow: Flow, data: TableData): Promise<void> {
  const { sheet } = flow;
  const layout = layoutOf(flow, data);
  const { size } = layout;
  const table = sheet.pen.struct('Table');
  sheet.root.add(table);
  let done = 0;
  const carry = (baseline: number) => {
    const [label, sum] = data.carried(done);
    drawLine(sheet, sheet.set(label, { size }).at(0) ?? empty, { x: page.left, baseline, size, colour: inks.soft });
    drawLine(sheet, sheet.set(sum, { size }).at(0) ?? empty, { x: page.right, baseline, size, align: 'end' });
  };
  const carryHeight = leadingOf(size) + 2 * padding;
  const head = headOf(flow, data, layout);

  table.add(head.tagged());
  drawArtifact(sheet, 'Layout', head.rule);
  flow.runningOn = {
    height: carryHeight,
    atEnd: () => drawArtifact(sheet, 'Pagination', () => carry(flow.y + padding + ascentOf(size))),
    atStart: () => {
      drawArtifact(sheet, 'Pagination', () => {
        head.draw();
        if (done > 0) carry(flow.y + padding + ascentOf(size));
      });
      if (done > 0) flow.y += carryHeight;
    },
  };

  for (const [index, row] of data.rows.entries()) {
    if (index % mostAtOnce === mostAtOnce - 1) await setImmediate();
    drawRow(flow, layout, row, table, () => {
      done = index + 1;
    });
  }
  table.end();
}

const empty: Line = { runs: [], width: 0 };

type Layout = { size: number; lefts: number[]; widths: number[]; columns: readonly Column[] };

/** The widths of the columns, at the largest size of letters that leaves room for the flexible one. */
function layoutOf({ sheet }: Flow, { columns, flexible, rows }: TableData): Layout {
  const widthsAt = (size: number) => {
    const needed = columns.map(({ title }, at) => {
      if (at === flexible) return 0;
      const cells = rows.map((row) => sheet.set(row[at] ?? '', { size })[0]?.width ?? 0);
      const own = sheet.set(title, { size: size - 1.5, weight: 'bold' })[0]?.width ?? 0;
      return cells.reduce((most, width) => Math.max(most, width), own) + 0.1;
    });
    const rest = pageWidth - needed.reduce((sum, width) => sum + width, 0) - gap * (columns.length - 1);
    return needed.map((width, at) => (at === flexible ? Math.max(rest, 40) : width));
  };
  const size = sizes.find((size) => (widthsAt(size)[flexible] ?? 0) >= least) ?? Math.min(...sizes);
  const widths = widthsAt(size);
  const lefts = widths.map((_, at) => page.left + widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0));
  return { size, lefts, widths, columns };
}

/** The head, drawn at the flow's place: once as content with tags, then as a repetition without. */
function headOf(flow: Flow, { colour }: TableData, { size, lefts, widths, columns }: Layout) {
  const { sheet } = flow;
  const small = size - 1.5;
  const cell = (at: number) => {
    const { title = '', align = 'start' } = columns[at] ?? {};
    const x = (lefts[at] ?? 0) + (align === 'end' ? (widths[at] ?? 0) : 0);
    const line = sheet.set(title, { size: small, weight: 'bold' })[0] ?? empty;
    drawLine(sheet, line, { x, baseline: flow.y + ascentOf(small), size: small, colour, align });
  };
  const rule = () => {
    flow.y += leadingOf(small) + 3;
    sheet.pen.moveTo(page.left, flow.y).lineTo(page.right, flow.y).lineWidth(0.8).strokeColor(colour).stroke();
  };
  return {
    rule,
    draw() {
      for (const at of columns.keys()) cell(at);
      rule();
    },
    tagged() {
      const row = sheet.pen.struct('TR');
      // Cells are drawn when their row joins the table, which happens once this returns.
      for (const at of columns.keys()) row.add(sheet.pen.struct('TH', { scope: 'Column' } as object, [() => cell(at)]));
      row.end();
      return row;
    },
  };
}

function drawRow(
  flow: Flow,
  layout: Layout,
  row: readonly string[],
  table: PDFKit.PDFStructureElement,
  begun: () => void,
) {
  const { sheet } = flow;
  const { size, lefts, widths, columns } = layout;
  const leading = leadingOf(size);
  const cells = columns.map((_, at) => sheet.set(row[at] ?? '', { size }, widths[at]));
  const height = Math.max(...cells.map((lines) => lines.length)) * leading + 2 * padding;
  const room = () => floorOf(flow) - flow.y;
  const whole = height <= (flow.bottom - page.top) / 3;
  if (room() < (whole ? height : 3 * leading + 2 * padding)) breakPage(flow);

  const tags = cells.map(() => sheet.pen.struct('TD'));
  const tr = sheet.pen.struct('TR');
  table.add(tr);
  for (const tag of tags) tr.add(tag);
  let from = 0;
  const most = Math.max(...cells.map((lines) => lines.length));
  while (from < most) {
    const fitting = Math.max(1, Math.floor((room() - 2 * padding) / leading));
    const to = Math.min(most, from + fitting);
    for (const [at, lines] of cells.entries()) {
      const part = lines.slice(from, to);
      const { align = 'start' } = columns[at] ?? {};
      const x = (lefts[at] ?? 0) + (align === 'end' ? (widths[at] ?? 0) : 0);
      if (part.length > 0) tags[at]?.add(() => drawLines(sheet, part, { x, top: flow.y + padding, size, align }));
    }
    begun();
    flow.y += (to - from) * leading + 2 * padding;
    from = to;
    if (from < most) breakPage(flow);
  }
  tr.end();
  drawArtifact(sheet, 'Layout', () =>
    sheet.pen.moveTo(page.left, flow.y).lineTo(page.right, flow.y).lineWidth(0.4).strokeColor(inks.line).stroke(),
  );
}
