import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import { formatDay, formatMinutes } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { TeamTimeEntry } from '@/lib/time/schemas';

/** The hours of the business as a table, each row leading to its entry. */
export function EntryTable({
  entries,
  showProject = true,
}: {
  entries: readonly TeamTimeEntry[];
  showProject?: boolean;
}) {
  const t = useTranslations('hours');
  const locale = useLocale();
  const project = {
    key: 'project',
    label: t('column.project'),
    width: 'md:w-56',
    cell: ({ projectName, clientName }: TeamTimeEntry) => `${projectName} · ${clientName}`,
  };
  return (
    <DataTable
      caption={t('entries')}
      rows={entries}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.hours.edit(id)}
      columns={[
        {
          key: 'what',
          label: t('column.description'),
          cell: ({ description, isBilled, billable, invoiceNumber }) => (
            <Name
              badge={
                isBilled ? (
                  <Badge tone="good">{invoiceNumber ?? t('filter.billed')}</Badge>
                ) : (
                  !billable && <Badge>{t('notBillable')}</Badge>
                )
              }
            >
              {description}
            </Name>
          ),
        },
        ...(showProject ? [project] : []),
        { key: 'person', label: t('column.person'), width: 'md:w-36', cell: ({ personName }) => personName },
        { key: 'date', label: t('column.date'), width: 'md:w-32', cell: ({ workedOn }) => formatDay(workedOn, locale) },
        {
          key: 'hours',
          label: t('column.hours'),
          width: 'md:w-24',
          align: 'end',
          cell: ({ minutes }) => formatMinutes(minutes, locale),
        },
      ]}
    />
  );
}
