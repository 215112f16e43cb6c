import { useLocale, useTranslations } from 'next-intl';
import { DocumentStatusBadge } from '@/components/documents/document-status-badge';
import type { TeamDocumentDetail } from '@/lib/documents/schemas';
import { formatInstant } from '@/lib/format';

/** The status changes of a document with user, time and reason, latest first. */
export function HistoryList({ document, timeZone }: { document: TeamDocumentDetail; timeZone: string }) {
  const t = useTranslations('documents.show');
  const terms = useTranslations('terms.documentStatus');
  const locale = useLocale();
  if (document.transitions.length === 0) return <p className="text-ink-soft">{t('noHistory')}</p>;
  return (
    <ol className="space-y-5 border-s-2 border-line ps-5">
      {document.transitions.map(({ id, from, to, reason, actorName, createdAt }) => (
        <li key={id}>
          {from === to ? (
            <p>{t('withdrew')}</p>
          ) : (
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <span className="sr-only">{t('became', { from: terms(from), to: terms(to) })}</span>
              <span aria-hidden="true" className="flex items-center gap-2">
                <span className="text-sm text-ink-faint">{terms(from)}</span>
                <span className="text-ink-faint rtl:-scale-x-100">→</span>
                <DocumentStatusBadge status={to} />
              </span>
            </p>
          )}
          {reason && <p className="mt-1.5 max-w-prose whitespace-pre-line">{reason}</p>}
          <p className="mt-0.5 text-sm text-ink-soft">
            {t('by', { name: actorName, date: formatInstant(new Date(createdAt), { locale, timeZone }) })}
          </p>
        </li>
      ))}
    </ol>
  );
}
