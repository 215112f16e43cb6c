import { useLocale, useTranslations } from 'next-intl';
import { SelectBox } from '@/components/documents/document-card';
import { DocumentStatusBadge } from '@/components/documents/document-status-badge';
import { DataTable } from '@/components/ui/data-table';
import type { TeamDocument } from '@/lib/documents/schemas';
import { type Day, dayOf, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = {
  /** Accessible name, by default “Documents”. */
  caption?: string;
  documents: readonly TeamDocument[];
  /** False when all documents belong to one project. */
  namesProject?: boolean | undefined;
  today: Day;
  timeZone: string;
  /** The id of the form that acts on the selected documents. */
  form: string;
};

/** Documents as a table, the last changed first. */
export function DocumentTable({ caption, documents, namesProject = true, today, timeZone, form }: Props) {
  const t = useTranslations('documents');
  const locale = useLocale();
  const project = {
    key: 'project',
    label: t('board.column.project'),
    cell: ({ projectName }: TeamDocument) => projectName,
  };
  return (
    <DataTable
      caption={caption ?? t('title')}
      rows={documents}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.documents.show(id)}
      columns={[
        { key: 'title', label: t('board.column.title'), cell: ({ title }) => title },
        ...(namesProject ? [project] : []),
        {
          key: 'type',
          label: t('board.column.type'),
          width: 'md:w-28',
          cell: ({ documentTypeName }) => documentTypeName,
        },
        {
          key: 'status',
          label: t('board.states'),
          width: 'md:w-36',
          cell: ({ status }) => <DocumentStatusBadge status={status} />,
        },
        {
          key: 'visible',
          label: t('board.column.visible'),
          width: 'md:w-28',
          wideOnly: true,
          cell: ({ publishedVersion: number }) => (number === null ? '–' : t('version', { number })),
        },
        {
          key: 'changed',
          label: t('board.column.changed'),
          width: 'md:w-28',
          align: 'end',
          cell: ({ updatedAt }) => (
            <span className="whitespace-nowrap">
              {formatDistance(dayOf(new Date(updatedAt), timeZone), today, locale)}
            </span>
          ),
        },
        {
          key: 'select',
          label: t('board.column.select'),
          actions: true,
          cell: (document) => <SelectBox document={document} form={form} />,
        },
      ]}
    />
  );
}
