import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';

/** A link that saves a list, all of it, as CSV. */
export function CsvLink({ href }: { href: string }) {
  const t = useTranslations('common.action');
  return (
    <a href={href} className={buttonClass('secondary')} download>
      {t('csv')}
    </a>
  );
}
