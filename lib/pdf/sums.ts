import { keepTogether } from '@/lib/pdf/flow';
import type { Fact, Letter } from '@/lib/pdf/letter-data';
import { ascentOf, drawArtifact, drawLine, inks, leadingOf, mm, page } from '@/lib/pdf/sheet';

/** A label with an amount; a strong one stands under a line. */
export type Sum = { fact: Fact; strong: boolean };

const width = mm(92);
const size = 9.5;
const strongSize = 11.5;
const padding = 3;

/** Draws sums at the right edge, together on one page. They end the table before them. */
export function drawSums({ sheet, flow, accent }: Letter, sums: readonly Sum[]): void {
  const rows = sums.map(({ fact: [label, value], strong }) => {
    const style = strong ? ({ size: strongSize, weight: 'bold' } as const) : ({ size } as const);
    const amount = sheet.set(value, style)[0];
    const labels = sheet.set(label, style, width - (amount?.width ?? 0) - 10);
    return { labels, amount, size: style.size, strong, height: labels.length * leadingOf(style.size) + 2 * padding };
  });
  keepTogether(flow, rows.reduce((sum, { height }) => sum + height, 0) + 10);
  flow.runningOn = null;
  flow.y += 8;
  const table = sheet.pen.struct('Table');
  sheet.root.add(table);
  const left = page.right - width;
  for (const row of rows) {
    const top = flow.y + padding;
    if (row.strong)
      drawArtifact(sheet, 'Layout', () =>
        sheet.pen.moveTo(left, flow.y).lineTo(page.right, flow.y).lineWidth(0.8).strokeColor(accent.text).stroke(),
      );
    const cell = (type: string, draw: () => void) => sheet.pen.struct(type, {}, [draw]);
    const tr = sheet.pen.struct('TR', {}, [
      cell('TH', () => {
        for (const [at, line] of row.labels.entries()) {
          const baseline = top + at * leadingOf(row.size) + ascentOf(row.size);
          drawLine(sheet, line, { x: left, baseline, size: row.size, colour: row.strong ? inks.ink : inks.soft });
        }
      }),
      cell('TD', () => {
        const place = { x: page.right, baseline: top + ascentOf(row.size), size: row.size, align: 'end' } as const;
        if (row.amount) drawLine(sheet, row.amount, place);
      }),
    ]);
    table.add(tr);
    flow.y += row.height;
  }
  table.end();
  flow.y += 10;
}
