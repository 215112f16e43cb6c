import { useLocale, useTranslations } from 'next-intl';
import { TenantStatusBadge } from '@/components/tenants/tenant-status-badge';
import { DataTable } from '@/components/ui/data-table';
import type { TenantUse } from '@/lib/dashboard/platform/schemas';
import { formatFileSize, formatInstant, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';

/** Businesses with what they use. Instants are in UTC, because the operator belongs to no tenant and has no time zone. */
export function TenantUseTable({ tenants }: { tenants: readonly TenantUse[] }) {
  const t = useTranslations('platform.home');
  const list = useTranslations('platform.tenants');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('newest')}
      rows={tenants}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.platform.tenants.show(id)}
      columns={[
        { key: 'name', label: list('name'), cell: ({ name }) => name },
        {
          key: 'status',
          label: list('status'),
          width: 'md:w-28',
          cell: ({ status }) => <TenantStatusBadge status={status} />,
        },
        {
          key: 'people',
          label: list('usage.users'),
          width: 'md:w-24',
          align: 'end',
          cell: ({ people }) => formatNumber(people, locale),
        },
        {
          key: 'projects',
          label: list('usage.projects'),
          width: 'md:w-24',
          align: 'end',
          cell: ({ projects }) => formatNumber(projects, locale),
        },
        {
          key: 'stored',
          label: list('usage.stored'),
          width: 'md:w-44',
          align: 'end',
          cell: ({ storedBytes, storageQuotaBytes }) =>
            `${formatFileSize(storedBytes, locale)} ${list('usage.of', { quota: formatFileSize(storageQuotaBytes, locale) })}`,
        },
        {
          key: 'lastSignIn',
          label: t('lastSignIn'),
          width: 'md:w-36',
          align: 'end',
          cell: ({ lastSignInAt }) =>
            lastSignInAt ? formatInstant(new Date(lastSignInAt), { locale, timeZone: 'UTC' }, 'date') : t('never'),
        },
      ]}
    />
  );
}
