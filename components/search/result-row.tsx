import { useLocale, useTranslations } from 'next-intl';
import { MarkedText } from '@/components/search/marked-text';
import { ListRow } from '@/components/ui/list';
import { formatDay } from '@/lib/format';
import type { SearchResult } from '@/lib/search/schemas';

/** A record that was found: its title, the part of its text that has the words, and where it belongs. */
export function ResultRow({ result, question }: { result: SearchResult; question: string }) {
  const t = useTranslations('search.page');
  const locale = useLocale();
  const { title, excerpt, projectName, clientName, on, address } = result;
  const number = numberOf(result, t('draft'));
  const place = [number, projectName, clientName].filter(Boolean).join(' · ');
  return (
    <ListRow
      href={address}
      title={
        <span className="two-lines">
          <MarkedText text={title || t('draft')} question={question} />
        </span>
      }
      detail={
        <>
          {excerpt && (
            <span className="two-lines">
              <MarkedText text={excerpt} question={question} />
            </span>
          )}
          {place && (
            <span className="block text-ink-faint">
              <MarkedText text={place} question={question} />
            </span>
          )}
        </>
      }
      end={formatDay(on, locale)}
    />
  );
}

/** The number beside a title that is not the number itself. */
function numberOf({ type, number, title }: SearchResult, draft: string): string | null {
  if (type === 'ticket' || type === 'message' || type === 'note') return number && `#${number}`;
  if (type === 'invoice' && number === null && title) return draft;
  return number === title ? null : number;
}
