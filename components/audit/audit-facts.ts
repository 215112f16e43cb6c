import type { useTranslations } from 'next-intl';
import {
  type Day,
  formatDay,
  formatFileSize,
  formatInstant,
  formatMinutes,
  formatMoney,
  type Reader,
} from '@/lib/format';
import { orElse } from '@/lib/intl';
import { fromDecimal } from '@/lib/money';

type T = ReturnType<typeof useTranslations<'audit'>>;

/** Facts that say nothing to a person: ids, and what the line shows elsewhere. */
const hidden = new Set(['currency']);

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** The text by which the facts name their record: its title, name, number, file or address. Null where they have none. */
export function nameOf(detail: Record<string, unknown>): string | null {
  const keys = ['title', 'name', 'subject', 'number', 'fileName', 'email'] as const;
  for (const key of keys) if (typeof detail[key] === 'string' && detail[key] !== '') return detail[key];
  return null;
}

/**
 * The facts of an event as label and text, without ids and without the fact that names the record. Of a change only what differs, with
 * the value before.
 */
export function factsOf(detail: Record<string, unknown>, t: T, reader: Reader): { label: string; text: string }[] {
  const name = nameOf(detail);
  // The state before comes before the one after; PostgreSQL keeps no order of keys.
  const { from, to, was, ...others } = detail;
  const before = typeof was === 'object' && was !== null ? (was as Record<string, unknown>) : null;
  const inOrder = { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...others };
  return Object.entries(inOrder).flatMap(([key, value]) => {
    if (hidden.has(key) || !t.has(`fields.${key}` as 'fields.name')) return [];
    const isChanged = before !== null && key in before;
    if (before ? !isChanged : value === name) return [];
    const written = (one: unknown) => measureOf(key, one, detail, reader.locale) ?? textOf(one, t, reader);
    const now = written(value);
    const text = isChanged ? changeOf(before[key] === null ? '–' : written(before[key]), now, t) : now;
    return text === null ? [] : [{ label: t(`fields.${key}` as 'fields.name'), text }];
  });
}

/** A fact with its unit: an amount in the currency of its event, minutes, bytes. Null for every other. */
function measureOf(key: string, value: unknown, { currency }: Record<string, unknown>, locale: string): string | null {
  if (key === 'minutes' && typeof value === 'number') return formatMinutes(value, locale);
  if (key === 'storageQuotaBytes' && typeof value === 'number') return formatFileSize(value, locale);
  if (key !== 'amount' || typeof value !== 'string' || typeof currency !== 'string') return null;
  return orElse(
    () => {
      const minor = fromDecimal(value, currency);
      return minor === null ? `${value} ${currency}` : formatMoney(minor, currency, locale);
    },
    () => `${value} ${currency}`,
  );
}

/** Both values of a change in words; ids have none, and nothing had or has none. */
function changeOf(was: string | null, now: string | null, t: T): string | null {
  return was === null || now === null ? now : t('change', { was, now });
}

function textOf(value: unknown, t: T, reader: Reader): string | null {
  const { locale } = reader;
  if (value === null) return t('removed');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string' && !uuid.test(one)).join(', ') || null;
  if (typeof value !== 'string' || uuid.test(value)) return null;
  if (day.test(value)) return formatDay(value as Day, locale);
  if (instant.test(value)) return formatInstant(new Date(value), reader);
  return t.has(`values.${value}` as 'values.draft') ? t(`values.${value}` as 'values.draft') : value;
}
