import { create } from 'qrcode';
import type { Sheet } from '@/lib/pdf/sheet';

type Square = { x: number; y: number; size: number; alt: string };

/** Draws a QR code of level M as squares of vectors, without a quiet zone of its own: leave four modules of white around it. */
export function drawQrCode({ pen, root }: Sheet, text: string, { x, y, size, alt }: Square): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = size / modules.size;
  const draw = () => {
    for (let row = 0; row < modules.size; row++)
      for (let column = 0; column < modules.size; column++)
        if (modules.get(row, column)) pen.rect(x + column * side, y + row * side, side, side);
    pen.fill('#000000');
  };
  const figure = { alt, bbox: [x, y, x + size, y + size], placement: 'Block' };
  root.add(pen.struct('Figure', figure, [draw]));
}
