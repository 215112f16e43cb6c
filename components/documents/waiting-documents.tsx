import { useLocale, useTranslations } from 'next-intl';
import { DocumentTable } from '@/components/documents/document-table';
import { SelectAll } from '@/components/documents/select-all';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { BoardColumn, TeamDocument } from '@/lib/documents/schemas';
import type { Day } from '@/lib/format';
import { formatCount } from '@/lib/intl';

type Props = {
  /** The states that wait for a step, in the order of the steps. */
  waiting: readonly BoardColumn[];
  /** The documents of all other states. */
  documents: readonly TeamDocument[];
  /** Address of the list of one state. */
  hrefOf: (status: BoardColumn['status']) => string;
  today: Day;
  timeZone: string;
  form: string;
};

/** Documents as tables: first those that wait for a step of the team, state by state, then all others. */
export function WaitingDocuments({ waiting, documents, hrefOf, ...table }: Props) {
  const t = useTranslations('documents.board');
  const locale = useLocale();
  if (waiting.every(({ count }) => count === 0)) return <DocumentTable documents={documents} {...table} />;
  return (
    <>
      {waiting.map(({ status, count, documents: rows }) => {
        const title = status === 'pending' ? t('toApprove') : t('toPublish');
        if (count === 0) return null;
        return (
          <Section
            key={status}
            title={
              <>
                {title} <span className="numerals text-ink-faint">{formatCount(count, locale)}</span>
              </>
            }
            aside={
              <span className="flex items-center gap-4">
                {count > rows.length && (
                  <TextLink href={hrefOf(status)}>{t('more', { count: formatCount(count, locale) })}</TextLink>
                )}
                {rows.length > 1 && <SelectAll>{t('selectAll')}</SelectAll>}
              </span>
            }
          >
            <DocumentTable caption={title} documents={rows} {...table} />
          </Section>
        );
      })}
      {documents.length > 0 && (
        <Section title={t('others')}>
          <DocumentTable caption={t('others')} documents={documents} {...table} />
        </Section>
      )}
    </>
  );
}
