import { useTranslations } from 'next-intl';

/** The first tab stop: skips the navigation and jumps to `<main id="content">`. */
export function SkipLink() {
  const t = useTranslations('common.nav');
  return (
    <a
      href="#content"
      className="fixed start-4 top-4 z-50 -translate-y-24 rounded-field bg-ink px-4 py-2.5 font-medium text-paper focus:translate-y-0 print:hidden"
    >
      {t('skip')}
    </a>
  );
}
