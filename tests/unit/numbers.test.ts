import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decimal } from '@/lib/fields';
import { formInput } from '@/lib/forms/form-values';
import { exampleAmount, fromDecimal } from '@/lib/money';
import { plainDecimal, typedDecimal } from '@/lib/numbers';

describe('a number as people write it', () => {
  it.each([
    ['1.234,56', 'de', '1234.56'],
    ['1.234,56', 'en', '1234.56'],
    ['1,234.56', 'en', '1234.56'],
    ['1,234.56', 'de', '1234.56'],
    ['1 234,56', 'de', '1234.56'],
    ['1\u00a0234,56', 'fr', '1234.56'],
    ['1\u202f234\u202f567,5', 'fr', '1234567.5'],
    ["1'234.56", 'en', '1234.56'],
    ['1’234’567.56', 'de', '1234567.56'],
    ['1.234.567', 'de', '1234567'],
    ['1,234,567', 'de', '1234567'],
    ['12,5', 'en', '12.5'],
    ['12.50', 'de', '12.50'],
    ['0,125', 'en', '0.125'],
    ['1234,567', 'en', '1234.567'],
    [' −3,5 ', 'de', '-3.5'],
    ['+7', 'en', '7'],
    ['42', 'de', '42'],
  ])('%s on a page in %s is %s', (text, locale, plain) => expect(plainDecimal(text, locale)).toBe(plain));

  it('is read by the language where its one mark may stand for thousands', () => {
    expect(['de', 'en'].map((locale) => plainDecimal('1.234', locale))).toEqual(['1234', '1.234']);
    expect(['de', 'en'].map((locale) => plainDecimal('1,234', locale))).toEqual(['1.234', '1234']);
    // In French neither thousands nor decimals have a point, so the text means two things.
    expect(plainDecimal('1.234', 'fr')).toBeNull();
  });

  it.each([
    '',
    '  ',
    'many',
    '1.2.3',
    '1,23,4',
    '12.34.567',
    '1.234,56,7',
    '1.234 567',
    ',5',
    '5,',
    '1e3',
    '0x10',
    '1..2',
    '- 5',
    '12 34',
  ])('“%s” is none', (text) => {
    for (const locale of ['de', 'en']) expect(plainDecimal(text, locale)).toBeNull();
  });

  it.each(['de', 'en'])('is read back from how %s writes it', (locale) => {
    const decimals = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.stringMatching(/^(\.\d{1,4})?$/));
    fc.assert(
      fc.property(decimals, ([whole, fraction]) => {
        const plain = `${whole}${fraction}`;
        expect(plainDecimal(typedDecimal(plain, locale), locale)).toBe(plain);
      }),
    );
  });
});

describe('a form', () => {
  const schema = z.strictObject({
    price: decimal.nullish(),
    percent: z.number().optional(),
    name: z.string().optional(),
    lines: z.array(z.strictObject({ quantity: z.number() })).optional(),
  });
  const sent = (name: string, text: string, locale?: string) => {
    const data = new FormData();
    data.set(name, text);
    return formInput(schema, data, locale);
  };

  it('reads numbers and decimals in the language of its page, at any depth, and leaves other texts alone', () => {
    expect(sent('price', '1.234,56', 'de')).toEqual({ price: '1234.56' });
    expect(sent('percent', '12,5', 'de')).toEqual({ percent: 12.5 });
    expect(sent('lines.0.quantity', '1.200', 'de')).toEqual({ lines: [{ quantity: 1200 }] });
    expect(sent('name', '1.234,56', 'de')).toEqual({ name: '1.234,56' });
  });

  it('keeps what it cannot read, for the schema to refuse', () => {
    expect(sent('price', '1.2.3', 'de')).toEqual({ price: '1.2.3' });
    expect(sent('percent', '12,5,1', 'de')).toEqual({ percent: '12,5,1' });
  });

  it('of a program has plain decimals only', () => {
    expect(sent('price', '1.234,56')).toEqual({ price: '1.234,56' });
    expect(sent('percent', '12,5')).toEqual({ percent: '12,5' });
  });
});

describe('the example of an amount', () => {
  it.each([
    ['JPY', 'en', '1,500'],
    ['EUR', 'en', '1,234.50'],
    ['EUR', 'de', '1.234,50'],
    ['KWD', 'en', '1.234'],
    ['EUR', undefined, '1234.50'],
    ['JPY', undefined, '1500'],
  ])('in %s for %s is %s', (currency, locale, example) => expect(exampleAmount(currency, locale)).toBe(example));

  it.each(['JPY', 'EUR', 'KWD', 'CLF', 'MRU'])('is an amount in %s itself, in every language', (currency) => {
    for (const locale of ['de', 'en'])
      expect(fromDecimal(plainDecimal(exampleAmount(currency, locale), locale) ?? '', currency)).not.toBeNull();
  });
});
