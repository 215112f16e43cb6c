import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import type { ClientSummary } from '@/lib/clients/schemas';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';

/** The tenant's clients, each with contact details and the number of projects. */
export function ClientTable({ clients }: { clients: ClientSummary[] }) {
  const t = useTranslations('clients');
  const kind = useTranslations('terms.clientKind');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('list.title')}
      rows={clients}
      rowKey={(client) => client.id}
      rowHref={(client) => paths.admin.clients.show(client.id)}
      columns={[
        {
          key: 'name',
          label: t('list.column.name'),
          cell: ({ name, isActive }) => (
            <Name badge={!isActive && <Badge tone="warn">{t('state.inactive')}</Badge>}>{name}</Name>
          ),
        },
        { key: 'kind', label: t('list.column.kind'), width: 'md:w-36', cell: (client) => kind(client.kind) },
        {
          key: 'contact',
          label: t('list.column.contact'),
          cell: ({ email, phone }) => email ?? phone ?? '–',
        },
        {
          key: 'projects',
          label: t('list.column.projects'),
          width: 'md:w-24',
          align: 'end',
          cell: ({ projectCount }) => formatNumber(projectCount, locale),
        },
      ]}
    />
  );
}
