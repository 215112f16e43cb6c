import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { factsOf } from '@/components/audit/audit-facts';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

function told(detail: Record<string, unknown>, locale: Locale = 'en'): string[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'audit' });
  const facts = factsOf(detail, t as Parameters<typeof factsOf>[1], { locale, timeZone: 'Asia/Tokyo' });
  return facts.map(({ label, text }) => `${label}: ${text}`.replace(/[\u00a0\u202f]/g, ' '));
}

it.each([
  [{ amount: '12672.35', currency: 'EUR' }, ['Amount: €12,672.35'], ['Betrag: 12.672,35 €']],
  [{ amount: '15000', currency: 'JPY' }, ['Amount: ¥15,000'], ['Betrag: 15.000 ¥']],
  [{ minutes: 95 }, ['Time: 1h 35m'], ['Dauer: 1 h 35 min']],
  [{ storageQuotaBytes: 5_000_000_000 }, ['Storage: 5 GB'], ['Speicher: 5 GB']],
  [{ workedOn: '2026-03-01' }, ['Day: Mar 1, 2026'], ['Tag: 1. März 2026']],
  [{ takenAt: '2026-03-01T20:00:00.000Z' }, ['Taken: Mar 2, 2026, 5:00 AM'], ['Aufgenommen: 02.03.2026, 05:00']],
])('%j is written as the reader’s language and the business’s zone write it', (detail, english, german) => {
  expect(told(detail)).toEqual(english);
  expect(told(detail, 'de')).toEqual(german);
});

it('a change is written with both values, and an amount that is none as it is', () => {
  expect(told({ minutes: 60, was: { minutes: 95 } })).toEqual(['Time: 1h 35m → 1h']);
  expect(told({ amount: 'much', currency: 'EUR' })).toEqual(['Amount: much EUR']);
  expect(told({ amount: '1', currency: 'nothing' })).toEqual(['Amount: 1 nothing']);
});
