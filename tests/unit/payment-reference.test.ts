import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electronicBic, electronicIban, groupedIban } from '@/lib/iban';
import { paymentQrText } from '@/lib/invoices/printed/payment-qr';
import { creditorReference, groupedReference } from '@/lib/invoices/printed/reference';

const transfer = {
  ...{ name: 'Harbor & Pine Builders', iban: 'PT50 0002 0123 1234 5678 9015 4', bic: 'BCOMPTPL' },
  ...{ currency: 'EUR', amountMinor: 124_350n, reference: 'RF3120260001', text: '2026-0001' },
};

describe('an IBAN', () => {
  it.each([
    ['de02 1203 0000 0000 2020 51', 'DE02120300000000202051'],
    ['PT50-0002-0123-1234-5678-9015-4', 'PT50000201231234567890154'],
    ['DE03120300000000202051', null],
    ['DE0212030000000020205', null],
    ['', null],
    ['2026-0001', null],
  ])('%j is stored as %j', (typed, stored) => {
    expect(electronicIban(typed)).toBe(stored);
  });

  it('is read in groups of four', () => {
    expect(groupedIban('DE02120300000000202051')).toBe('DE02 1203 0000 0000 2020 51');
    expect(groupedIban('no IBAN')).toBe('no IBAN');
  });

  it('has a BIC of 8 or 11 characters', () => {
    expect(['bylade m1001', 'BCOMPTPL', 'BCOM', ''].map(electronicBic)).toEqual([
      'BYLADEM1001',
      'BCOMPTPL',
      null,
      null,
    ]);
  });
});

describe('a creditor reference', () => {
  it.each([
    ['539007547034', 'RF18539007547034'], // the example of ISO 11649
    ['2026-0001', 'RF3120260001'],
    ['re/2026/17', 'RF51RE202617'],
    ['ÄB-2026-1', null],
    ['1'.repeat(22), null],
    ['-', null],
  ])('of %j is %j', (number, reference) => {
    expect(creditorReference(number)).toBe(reference);
  });

  it('leaves 1 by mod 97, whatever the number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,21}$/), (number) => {
        const reference = creditorReference(number) ?? '';
        expect(reference).toMatch(/^RF\d\d[0-9A-Z]{1,21}$/);
        const digits = `${reference.slice(4)}${reference.slice(0, 4)}`.replace(
          /[A-Z]/g,
          (letter) => `${letter.charCodeAt(0) - 55}`,
        );
        expect(BigInt(digits) % 97n).toBe(1n);
      }),
    );
  });

  it('is read in groups of four', () => {
    expect(groupedReference('RF18539007547034')).toBe('RF18 5390 0754 7034');
  });
});

describe('the code of a bank transfer', () => {
  it('has the lines of EPC069-12', () => {
    expect(paymentQrText(transfer)?.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', 'BCOMPTPL', 'Harbor & Pine Builders', 'PT50000201231234567890154'],
      ...['EUR1243.50', '', 'RF3120260001'],
    ]);
  });

  it('has the number as a text where there is no reference, and no BIC where none is known', () => {
    const lines = paymentQrText({ ...transfer, reference: null, bic: null, name: `  ${'x'.repeat(90)}\n` })?.split(
      '\n',
    );
    expect(lines?.slice(4)).toEqual([
      '',
      'x'.repeat(70),
      'PT50000201231234567890154',
      'EUR1243.50',
      '',
      '',
      '2026-0001',
    ]);
  });

  it.each([
    ['another currency', { currency: 'USD' }],
    ['nothing to pay', { amountMinor: 0n }],
    ['more than the standard has', { amountMinor: 100_000_000_000n }],
    ['no account', { iban: 'DE00' }],
    ['no name', { name: ' ' }],
    ['more bytes than fit', { name: '王'.repeat(70), reference: null, text: '王'.repeat(140) }],
  ])('does not exist for %s', (_, change) => {
    expect(paymentQrText({ ...transfer, ...change })).toBeNull();
  });
});
