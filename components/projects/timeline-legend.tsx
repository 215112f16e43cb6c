import { useTranslations } from 'next-intl';

/** How to read the bars of a timeline. A phone draws a list instead, which says it in words. */
export function TimelineLegend() {
  const t = useTranslations('client.project.phases');
  return (
    <span aria-hidden="true" className="max-md:hidden">
      {t('legend')}
    </span>
  );
}
