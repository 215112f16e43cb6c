import { useLocale, useTranslations } from 'next-intl';
import { ImportStatusBadge } from '@/components/imports/import-status-badge';
import { DataTable } from '@/components/ui/data-table';
import { formatInstant } from '@/lib/format';
import type { ImportSummary } from '@/lib/imports/schemas';
import { formatNumber } from '@/lib/intl';
import { paths } from '@/lib/paths';

/** The imports of a business: which file, of what, when, and how far it has come. */
export function ImportTable({ imports, timeZone }: { imports: ImportSummary[]; timeZone: string }) {
  const t = useTranslations('imports');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('title')}
      rows={imports}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.imports.show(id)}
      columns={[
        { key: 'file', label: t('column.file'), cell: ({ fileName }) => fileName },
        { key: 'kind', label: t('column.kind'), width: 'md:w-40', cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: 'rows',
          label: t('column.rows'),
          width: 'md:w-24',
          align: 'end',
          cell: ({ rowCount }) => <span className="numerals">{formatNumber(rowCount, locale)}</span>,
        },
        {
          key: 'when',
          label: t('column.when'),
          width: 'md:w-44',
          wideOnly: true,
          cell: ({ createdAt }) => formatInstant(new Date(createdAt), { locale, timeZone }, 'date-time'),
        },
        {
          key: 'status',
          label: t('column.status'),
          width: 'md:w-44',
          cell: ({ status }) => <ImportStatusBadge status={status} />,
        },
      ]}
    />
  );
}
