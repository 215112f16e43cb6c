import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import { formatNumber } from '@/lib/intl';
import { paths } from '@/lib/paths';

export type ShownProblem = { id: string; line: number; column: string | null; value: string | null; message: string };

type Props = { id: string; problems: readonly ShownProblem[]; count: number };

/** The first problems of a file: row, column, what the cell holds, and why it is wrong. */
export function ProblemTable({ id, problems, count }: Props) {
  const t = useTranslations('imports.problems');
  const locale = useLocale();
  const numbers = { shown: formatNumber(problems.length, locale), all: formatNumber(count, locale) };
  return (
    <Section
      title={t('title')}
      lead={count > problems.length ? t('more', numbers) : undefined}
      aside={
        <a href={paths.files.importProblems(id)} className={buttonClass('secondary', 'small')} download>
          {t('csv')}
        </a>
      }
    >
      <DataTable
        caption={t('title')}
        rows={problems}
        rowKey={({ id: key }) => key}
        columns={[
          {
            key: 'line',
            label: t('line'),
            width: 'md:w-20',
            cell: ({ line }) => <span className="numerals">{t('row', { line })}</span>,
          },
          { key: 'column', label: t('column'), width: 'md:w-44', cell: ({ column }) => column ?? t('wholeRow') },
          { key: 'value', label: t('value'), width: 'md:w-48', cell: ({ value }) => value ?? '' },
          { key: 'why', label: t('why'), cell: ({ message }) => <span>{message}</span> },
        ]}
      />
    </Section>
  );
}
