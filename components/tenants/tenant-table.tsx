import { useTranslations } from 'next-intl';
import { TenantStatusBadge } from '@/components/tenants/tenant-status-badge';
import { DataTable } from '@/components/ui/data-table';
import { formatFileSize, formatInstant, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { TenantSummary } from '@/lib/tenants/schemas';

/** The tenants with their counts. Instants are in UTC, because the operator belongs to no tenant and has no time zone. */
export function TenantTable({ tenants, locale }: { tenants: TenantSummary[]; locale: string }) {
  const t = useTranslations('platform.tenants');
  const number = (key: 'users' | 'clients' | 'projects') => ({
    key,
    label: t(`usage.${key}`),
    width: 'md:w-20',
    align: 'end' as const,
    cell: (tenant: TenantSummary) => formatNumber(tenant.usage[key], locale),
  });
  return (
    <DataTable
      caption={t('title')}
      rows={tenants}
      rowKey={(tenant) => tenant.id}
      rowHref={(tenant) => paths.platform.tenants.show(tenant.id)}
      columns={[
        { key: 'name', label: t('name'), cell: (tenant) => tenant.name },
        {
          key: 'status',
          label: t('status'),
          width: 'md:w-28',
          cell: (tenant) => <TenantStatusBadge status={tenant.status} />,
        },
        number('users'),
        number('clients'),
        number('projects'),
        {
          key: 'stored',
          label: t('usage.stored'),
          width: 'md:w-24',
          align: 'end',
          cell: (tenant) => formatFileSize(tenant.usage.storedBytes, locale),
        },
        {
          key: 'since',
          label: t('since'),
          width: 'md:w-28',
          wideOnly: true,
          align: 'end',
          cell: (tenant) => formatInstant(new Date(tenant.createdAt), { locale, timeZone: 'UTC' }, 'date'),
        },
      ]}
    />
  );
}
