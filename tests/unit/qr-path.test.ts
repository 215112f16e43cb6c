import jsqr from 'qrcode';
import { describe, expect, it } from 'vitest';
import { paymentCodeOf } from '@/lib/invoices/printed/payment-qr';
import { creditorReference } from '@/lib/invoices/printed/reference';
import { qrPath } from '@/lib/qr-path';

/** The dark modules that a path strokes. */
function drawn(path: string, size: number): boolean[] {
  const dark = Array.from({ length: size * size }, () => false);
  for (const [, row = '', runs = ''] of path.matchAll(/M0 (\d+)\.5((?:m\d+ 0h\d+)*)/g)) {
    let x = 0;
    for (const [, gap, length] of runs.matchAll(/m(\d+) 0h(\d+)/g)) {
      x += Number(gap);
      for (const end = x + Number(length); x < end; x++) dark[Number(row) * size + x] = true;
    }
  }
  return dark;
}

const issuer = { name: 'Harbor', accountHolder: null, iban: 'PT50000201231234567890154', bic: null };
const payable = { issuer, currency: 'EUR', openMinor: 12_345n, number: '2026-0007' };

describe('the QR code of a payment', () => {
  it('strokes the modules of the code, and nothing else', () => {
    const text = paymentCodeOf(payable) ?? '';
    const { size, path } = qrPath(text);
    const { modules } = jsqr.create(text, { errorCorrectionLevel: 'M' });
    expect(drawn(path, size)).toEqual(Array.from(modules.data, Boolean));
  });

  it('names the account, the amount that is left and the reference of the PDF', () => {
    const lines = paymentCodeOf(payable)?.split('\n');
    expect(lines).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Harbor',
      issuer.iban,
      'EUR123.45',
      '',
      creditorReference('2026-0007'),
    ]);
  });

  it.each([
    ['another currency', { currency: 'USD' }],
    ['no account', { issuer: { ...issuer, iban: null } }],
    ['nothing to pay', { openMinor: 0n }],
  ])('does not exist with %s', (_, change) => expect(paymentCodeOf({ ...payable, ...change })).toBeNull());
});
