import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import type { DocumentTypeDetail } from '@/lib/documents/types/schemas';
import { formatCount } from '@/lib/intl';
import { paths } from '@/lib/paths';

/** The tenant's document types with their settings. */
export function TypeTable({ types }: { types: readonly DocumentTypeDetail[] }) {
  const t = useTranslations('documents.types');
  const locale = useLocale();
  const approval = ({ requiresApproval, forbidsOwnApproval }: DocumentTypeDetail) => {
    if (!requiresApproval) return t('approvalNone');
    return forbidsOwnApproval ? t('approvalOther') : t('approvalNeeded');
  };
  return (
    <DataTable
      caption={t('title')}
      rows={types}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.documentTypes.edit(id)}
      columns={[
        {
          key: 'name',
          label: t('name'),
          cell: ({ name, isActive }) => <Name badge={!isActive && <Badge>{t('notOffered')}</Badge>}>{name}</Name>,
        },
        { key: 'approval', label: t('approval'), cell: approval },
        {
          key: 'count',
          label: t('count'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ documentCount }) => formatCount(documentCount, locale),
        },
      ]}
    />
  );
}
