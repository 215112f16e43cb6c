import { create } from 'qrcode';

/** A QR code as an SVG path of rows to be stroked one unit wide, in a square of `size` units without a quiet zone. */
export type QrPath = { size: number; path: string };

/** The QR code of a text, of level M. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const rows = Array.from({ length: size }, (_, row) => {
    const dark = Array.from({ length: size }, (__, column) => (modules.get(row, column) ? '1' : '0')).join('');
    let end = 0;
    const runs = [...dark.matchAll(/1+/g)].map(({ 0: run, index }) => {
      const gap = index - end;
      end = index + run.length;
      return `m${gap} 0h${run.length}`;
    });
    return `M0 ${row}.5${runs.join('')}`;
  });
  return { size, path: rows.join('') };
}
