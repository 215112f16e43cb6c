import { createTranslator } from 'use-intl/core';
import { formatDay, formatDays, formatMinutes } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { WeekChanges } from '@/lib/updates/reports/rule';

/** The report of a week as title and text, in one language. Each line is one kind of change. */
export function reportText(
  changes: WeekChanges,
  { from, to }: { from: string; to: string },
  locale: Locale,
): { title: string; body: string } {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'updates.report' });
  const names = (list: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(list);
  const { completed, started, moved, documents, photos, minutes } = changes;
  const day = (on: string) => formatDay(on, locale);
  const advanced = changes.advanced.filter(({ name }) => !started.includes(name));
  const lines = [
    completed.length > 0 && t('completed', { count: completed.length, names: names(completed) }),
    started.length > 0 && t('started', { count: started.length, names: names(started) }),
    ...advanced.map(({ name, percent }) => t('advanced', { name, percent: String(percent) })),
    ...moved.map(({ name, fromOn, toOn }) => fromOn && toOn && t('moved', { name, from: day(fromOn), to: day(toOn) })),
    documents.length > 0 && t('documents', { count: documents.length, names: names(documents) }),
    photos > 0 && t('photos', { count: photos }),
    minutes > 0 && t('hours', { hours: formatMinutes(minutes, locale) }),
  ];
  const body = [t('lead'), ...lines.filter((line) => line !== false && line !== null).map((line) => `• ${line}`)].join(
    '\n',
  );
  return { title: t('title', { span: formatDays(from, to, locale) }), body };
}
