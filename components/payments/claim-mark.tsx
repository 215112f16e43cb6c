import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** Marks an invoice that the client says is paid, until an admin decides. */
export function ClaimMark() {
  const t = useTranslations('payments.claim');
  return <Badge tone="calm">{t('badge')}</Badge>;
}
