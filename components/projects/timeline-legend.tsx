import { useTranslations } from 'next-intl';

/** The legend of the timeline's bars. Hidden on a phone, which shows a list with texts instead. */
export function TimelineLegend() {
  const t = useTranslations('client.project.phases');
  return (
    <span aria-hidden="true" className="max-md:hidden">
      {t('legend')}
    </span>
  );
}
