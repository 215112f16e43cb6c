import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
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
            <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
              {name}
              {!isActive && <Badge tone="warn">{t('state.inactive')}</Badge>}
            </span>
          ),
        },
        { key: 'kind', label: t('list.column.kind'), cell: (client) => kind(client.kind) },
        {
          key: 'contact',
          label: t('list.column.contact'),
          cell: ({ email, phone }) => email ?? phone ?? '–',
        },
        {
          key: 'projects',
          label: t('list.column.projects'),
          align: 'end',
          cell: ({ projectCount }) => formatNumber(projectCount, locale),
        },
      ]}
    />
  );
}
