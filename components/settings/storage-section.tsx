import { useLocale, useTranslations } from 'next-intl';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Section } from '@/components/ui/section';
import { formatFileSize } from '@/lib/format';

/** Storage used by the tenant's files and its quota, in bytes. */
export function StorageSection({ storedBytes, quotaBytes }: { storedBytes: number; quotaBytes: number }) {
  const t = useTranslations('settings.storage');
  const locale = useLocale();
  const size = (bytes: number) => formatFileSize(bytes, locale);
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div className="max-w-form">
        <p className="numerals mb-2">{t('used', { stored: size(storedBytes), quota: size(quotaBytes) })}</p>
        <ProgressBar label={t('title')} percent={quotaBytes > 0 ? (storedBytes / quotaBytes) * 100 : 100} />
      </div>
    </Section>
  );
}
