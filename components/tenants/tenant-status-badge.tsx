import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

export function TenantStatusBadge({ status }: { status: 'active' | 'suspended' }) {
  const t = useTranslations('terms.tenantStatus');
  return <Badge tone={status === 'active' ? 'good' : 'warn'}>{t(status)}</Badge>;
}
