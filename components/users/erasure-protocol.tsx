import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { formatInstant } from '@/lib/format';
import { erasureParts, fates } from '@/lib/users/erasure/rule';
import type { Erasure } from '@/lib/users/erasure/schemas';

/** Who erased a person, when, and how much of what was erased, replaced or kept. The file has it table by table. */
export function ErasureProtocol({ erasure, timeZone }: { erasure: Erasure; timeZone: string }) {
  const t = useTranslations('erasure');
  const type = useTranslations('terms.userType');
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const { erasedAt, askedByName, userType, parts } = erasure;
  const rowsOf = (fate: string) =>
    erasureParts.flatMap((part) => {
      const count = parts
        .filter((one) => one.part === part && one.does === fate)
        .reduce((sum, one) => sum + one.count, 0);
      return count > 0 ? [{ part, count }] : [];
    });
  return (
    <>
      <Facts
        columns={3}
        facts={[
          { label: t('at'), value: formatInstant(new Date(erasedAt), { locale, timeZone }) },
          { label: t('by'), value: askedByName },
          { label: t('type'), value: type(userType) },
        ]}
      />
      {fates.map((fate) => {
        const rows = rowsOf(fate);
        return (
          <Section key={fate} title={t(`fate.${fate}`)} lead={rows.length === 0 ? t('nothing') : undefined}>
            {rows.length > 0 && (
              <DataTable
                caption={t(`fate.${fate}`)}
                rows={rows}
                rowKey={({ part }) => part}
                columns={[
                  { key: 'part', label: t('column.part'), width: 'md:w-1/3', cell: ({ part }) => t(`part.${part}`) },
                  {
                    key: 'why',
                    label: t('column.why'),
                    cell: ({ part }) => <span className="text-ink-soft">{t(`why.${part}`)}</span>,
                  },
                  {
                    key: 'count',
                    label: t('column.count'),
                    width: 'md:w-24',
                    align: 'end',
                    cell: ({ count }) => number.format(count),
                  },
                ]}
              />
            )}
          </Section>
        );
      })}
    </>
  );
}
