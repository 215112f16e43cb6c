import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import { paths } from '@/lib/paths';
import type { PhaseTemplateDetail } from '@/lib/projects/templates/schemas';

/** The phase templates of the business, each with its number of phases and their duration together. */
export function TemplateTable({ templates }: { templates: readonly PhaseTemplateDetail[] }) {
  const t = useTranslations('templates');
  const daysOf = ({ phases }: PhaseTemplateDetail) => phases.reduce((sum, { days }) => sum + (days ?? 0), 0);
  return (
    <DataTable
      caption={t('title')}
      rows={templates}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.phaseTemplates.edit(id)}
      columns={[
        { key: 'name', label: t('name'), cell: ({ name }) => <Name>{name}</Name> },
        {
          key: 'phases',
          label: t('phases'),
          width: 'md:w-40',
          align: 'end',
          cell: ({ phases }) => t('count', { count: phases.length }),
        },
        {
          key: 'days',
          label: t('duration'),
          width: 'md:w-40',
          align: 'end',
          cell: (template) => t('length', { days: daysOf(template) }),
        },
      ]}
    />
  );
}
