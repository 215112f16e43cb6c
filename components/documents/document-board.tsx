import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { DocumentCard } from '@/components/documents/document-card';
import { SelectAll } from '@/components/documents/select-all';
import { TextLink } from '@/components/ui/text-link';
import type { BoardColumn } from '@/lib/documents/schemas';
import type { Day } from '@/lib/format';
import { formatCount } from '@/lib/intl';

type Props = {
  columns: readonly BoardColumn[];
  today: Day;
  timeZone: string;
  /** The id of the form that acts on the selected documents. */
  form: string;
  /** Address of the list of one status, with the current filters. */
  hrefOf: (status: BoardColumn['status']) => string;
};

/**
 * Documents in one column per status: side by side on a desktop, where an empty column is narrow and the others share the rest;
 * stacked below.
 */
export function DocumentBoard({ columns, hrefOf, ...card }: Props) {
  const t = useTranslations('documents.board');
  const locale = useLocale();
  const terms = useTranslations('terms.documentStatus');
  return (
    <div className="gap-x-4 lg:flex">
      {columns.map(({ status, count, documents }) => (
        <section
          key={status}
          aria-labelledby={`board-${status}`}
          className={clsx('mb-10 min-w-0 lg:mb-0 lg:basis-0', documents.length > 0 ? 'lg:grow-2' : 'lg:grow')}
        >
          <div className="mb-3 flex min-h-9 items-center justify-between gap-2">
            <h2 id={`board-${status}`} className="min-w-0 font-sans text-[0.9375rem] font-medium">
              {terms(status)} <span className="numerals ms-1 text-ink-faint">{formatCount(count, locale)}</span>
            </h2>
            {documents.length > 1 && <SelectAll>{t('selectAll')}</SelectAll>}
          </div>
          {documents.length === 0 ? (
            <p className="rounded-card bg-sunken/70 px-4 py-3 text-sm text-ink-faint">{t('nothing')}</p>
          ) : (
            <ul className="space-y-3">
              {documents.map((document) => (
                <DocumentCard key={document.id} document={document} {...card} />
              ))}
            </ul>
          )}
          {count > documents.length && (
            <p className="mt-3 text-sm">
              <TextLink href={hrefOf(status)}>{t('more', { count: formatCount(count, locale) })}</TextLink>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
