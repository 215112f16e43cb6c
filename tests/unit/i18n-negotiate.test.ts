import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, localeName, localeOptions, locales, settled, supported } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';

describe('the language spoken', () => {
  test('is the setting of the person, then of the business, then the wish of the browser, then English', () => {
    const wishes = { person: 'en', tenant: 'de', acceptLanguage: 'de' };
    expect(negotiateLocale(wishes)).toBe('en');
    expect(negotiateLocale({ ...wishes, person: null })).toBe('de');
    expect(negotiateLocale({ acceptLanguage: 'de' })).toBe('de');
    expect(negotiateLocale({})).toBe('en');
  });

  test('skips a setting that we do not speak', () => {
    expect(negotiateLocale({ person: 'fr', tenant: 'de' })).toBe('de');
    expect(negotiateLocale({ person: '../de' })).toBe('en');
  });

  test.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['fr;q=0.9, en;q=0.5, de;q=0.7', 'de'],
    ['fr-CH, fr;q=0.9', 'en'],
    ['de;q=0, en;q=0.1', 'en'],
    ['DE_de', 'de'],
    ['*', 'en'],
    [';;q=,,', 'en'],
    ['de;q=broken', 'de'],
    [`${'fr,'.repeat(500)}de`, 'en'],
    ['pt-BR,pt;q=0.9,de;q=0.2', 'de'],
    ['de-Latn-AT-1996', 'de'],
    ['DE', 'de'],
    ['*;q=0.5, de;q=0.1', 'de'],
    ['fr, *', 'en'],
    ['de-1, x, i-klingon, en-a, de-AT;q=0.3', 'de'],
    ['de ; q = 0.4 , en;q=0.3', 'de'],
    ['__proto__, constructor;q=1, de;q=0.1', 'de'],
  ])('for a browser that sends %j is %s', (acceptLanguage, locale) => {
    expect(negotiateLocale({ acceptLanguage })).toBe(locale);
  });
});

describe('the form of English', () => {
  test.each([
    ['en-US,en;q=0.9', 'en-US'],
    ['en-GB,en-US;q=0.9,en;q=0.8', 'en-GB'],
    ['en-AU', 'en-GB'],
    ['en_IE', 'en-GB'],
    ['en-PH', 'en-US'],
    ['en', 'en'],
    ['en;q=0.9, en-US;q=0.2', 'en-US'],
    ['fr, en-GB;q=0.2', 'en-GB'],
    ['de-AT, en-US;q=0.8', 'de'],
  ])('is that of a browser that sends %j: %s', (acceptLanguage, locale) => {
    expect(negotiateLocale({ acceptLanguage })).toBe(locale);
  });

  test('is that of the person, or else of the business, or else of the browser', () => {
    const acceptLanguage = 'en-US';
    expect(negotiateLocale({ person: 'en-GB', tenant: 'en-US', acceptLanguage })).toBe('en-GB');
    expect(negotiateLocale({ person: 'en', tenant: 'en-GB', acceptLanguage })).toBe('en-GB');
    expect(negotiateLocale({ person: 'en', tenant: 'de', acceptLanguage })).toBe('en-US');
    expect(negotiateLocale({ tenant: 'en', acceptLanguage: 'de, en-GB;q=0.5' })).toBe('en-GB');
    expect(negotiateLocale({ person: 'de', tenant: 'en-GB', acceptLanguage })).toBe('de');
    expect([settled('en', 'en-US'), settled(null, 'en'), settled('fr', null)]).toEqual(['en-US', 'en', null]);
  });

  test('is chosen by its country; English without one stays only where it is stored', () => {
    const labels = (stored: string | null) => localeOptions(stored).map(({ label }) => label);
    expect(labels(null)).toEqual(['English (UK)', 'English (US)', 'Deutsch']);
    expect(labels('en')).toEqual(['English', 'English (UK)', 'English (US)', 'Deutsch']);
  });
});

test('no header makes it throw', () => {
  const pieces = fc.constantFrom(
    'de',
    'en',
    '-',
    '_',
    ';',
    'q=',
    ',',
    '*',
    '=',
    '"',
    ' ',
    '0.5',
    'x',
    '\\',
    '\u0000',
    'ü',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (header) => {
        expect(locales).toContain(negotiateLocale({ acceptLanguage: header }));
      },
    ),
  );
});

describe('a language', () => {
  test('is known by its first part', () => {
    expect(supported('de-CH')).toBe('de');
    expect(supported('')).toBeNull();
    expect(supported(undefined)).toBeNull();
    expect(['en-US-x-y', 'en-', 'en--US', 'en-u-ca-buddhist'].map(supported)).toEqual(['en-US', 'en', 'en', 'en']);
  });

  test('has a direction, in every region that writes it', () => {
    expect(['ar-EG', 'he', 'fa', 'de', 'en-GB'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });

  test('is named in itself', () => {
    expect(localeName('de')).toBe('Deutsch');
  });
});
