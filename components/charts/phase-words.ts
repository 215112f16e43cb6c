import { useLocale, useTranslations } from 'next-intl';
import type { Span } from '@/components/charts/phase';
import { formatDay } from '@/lib/format';

/** Says a span of days: “3 Mar 2026 – 9 Apr 2026”; a dash of its own when there is none. */
export function useSpanWords() {
  const t = useTranslations('common.timeline');
  const locale = useLocale();
  return (span: Span | null): string | null => {
    if (!span) return null;
    const from = formatDay(span.from, locale);
    return span.from === span.to ? from : t('span', { from, to: formatDay(span.to, locale) });
  };
}
