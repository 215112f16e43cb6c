import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { paths } from '@/lib/paths';

/** The way to the archive of the whole business. */
export function ExportSection() {
  const t = useTranslations('exports.business');
  return (
    <Section title={t('title')} lead={t('linkText')}>
      <LinkButton href={paths.admin.businessExports}>{t('link')}</LinkButton>
    </Section>
  );
}
