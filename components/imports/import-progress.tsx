import { useLocale, useTranslations } from 'next-intl';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Section } from '@/components/ui/section';
import type { ImportDetail } from '@/lib/imports/schemas';
import { formatNumber } from '@/lib/intl';

/** How far the worker has come with a step; the page follows it. */
export function ImportProgress({ status, doneRows, rowCount }: ImportDetail) {
  const t = useTranslations('imports.progress');
  const locale = useLocale();
  const step = status === 'importing' || status === 'undoing' ? status : 'checking';
  const rows = { done: formatNumber(doneRows, locale), all: formatNumber(rowCount, locale) };
  return (
    <Section title={t(step)} lead={t('wait')}>
      <div className="max-w-form" role="status">
        <ProgressBar percent={rowCount === 0 ? 0 : (doneRows / rowCount) * 100} label={t(step)} />
        <p className="numerals mt-3 text-sm text-ink-soft">{t('rows', rows)}</p>
      </div>
    </Section>
  );
}
