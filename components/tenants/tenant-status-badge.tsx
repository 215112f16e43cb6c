import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { TenantStatus } from '@/lib/tenants/rule';

export function TenantStatusBadge({ status }: { status: TenantStatus }) {
  const t = useTranslations('terms.tenantStatus');
  return <Badge tone={status === 'active' ? 'good' : 'warn'}>{t(status)}</Badge>;
}
