import { useTranslations } from 'next-intl';

/** The first tab stop: skips the navigation and jumps to `<main id="content">`. */
export function SkipLink() {
  const t = useTranslations('common.nav');
  return (
    <a href="#content" className="skip-link">
      {t('skip')}
    </a>
  );
}
