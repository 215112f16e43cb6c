'use client';

import { useLocale, useTranslations } from 'next-intl';
import { pathOf } from '@/components/bulk/sort-folders';
import type { BulkUpload } from '@/components/bulk/use-bulk-uploads';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatFileSize } from '@/lib/intl';

type Props = { uploads: readonly BulkUpload[]; busy: boolean; retry: () => void; again: () => void };

/** Rows of each list: a thousand moving ones help nobody. The counts are of all. */
const mostRows = 200;

/** The progress of all files by their bytes, those being sent now, and those that were refused or are there already, by name. */
export function BulkProgress({ uploads, busy, retry, again }: Props) {
  const t = useTranslations('bulk.progress');
  const locale = useLocale();
  const of = (wanted: BulkUpload['state']) => uploads.filter(({ state }) => state === wanted);
  const [sending, failed, present] = [of('sending'), of('failed'), of('present')];
  const done = of('done').length;
  // An empty file counts as one byte, so that a set of them has a length.
  const weight = ({ item }: BulkUpload) => Math.max(1, item.size);
  const total = uploads.reduce((sum, upload) => sum + weight(upload), 0);
  const sent = uploads.reduce((sum, upload) => sum + weight(upload) * shareOf(upload), 0);
  const bytes = formatFileSize(total, locale);
  return (
    <div className="space-y-6">
      <p role="status" className="text-section">
        {busy
          ? t('running', { done: done + present.length, count: uploads.length, size: bytes })
          : t('over', { count: done })}
      </p>
      <ProgressBar percent={(sent / total) * 100} label={t('together')} showValue />
      {sending.length > 0 && (
        <ul aria-label={t('now')} className="divide-y divide-line/70">
          {sending.map((upload) => (
            <li key={upload.item.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
              <span className="min-w-0 flex-1 basis-48 truncate">{pathOf(upload.item)}</span>
              {upload.progress >= 1 ? (
                <span className="text-sm text-ink-soft">{t('processing')}</span>
              ) : (
                <ProgressBar
                  percent={Math.floor(upload.progress * 100)}
                  label={t('sending', { name: upload.item.name })}
                  showValue
                  className="w-44"
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Names title={t('failed', { count: failed.length })} uploads={failed} tone="bad" />
      <Names title={t('present', { count: present.length })} uploads={present} tone="calm" />
      <div className="flex flex-wrap gap-3">
        {failed.some(({ isFinal }) => !isFinal) && (
          <Button look="primary" onClick={retry}>
            <Icon name="rotate-ccw" />
            {t('retry')}
          </Button>
        )}
        {!busy && <Button onClick={again}>{t('again')}</Button>}
      </div>
    </div>
  );
}

/** Files by name, each with the reason. */
function Names({ title, uploads, tone }: { title: string; uploads: readonly BulkUpload[]; tone: 'bad' | 'calm' }) {
  const t = useTranslations('bulk.progress');
  if (uploads.length === 0) return null;
  return (
    <section className={`rounded-card px-4 py-4 sm:px-5 ${tone === 'bad' ? 'bg-bad-soft' : 'bg-calm-soft'}`}>
      <h2 className={`font-medium ${tone === 'bad' ? 'text-bad' : 'text-calm'}`}>{title}</h2>
      <ul className="mt-2 max-h-80 space-y-2 overflow-y-auto">
        {uploads.slice(0, mostRows).map(({ item, message }) => (
          <li key={item.key}>
            <p className="wrap-anywhere">{pathOf(item)}</p>
            {tone === 'bad' && <p className="text-sm text-ink-soft">{wordsOf(message)}</p>}
          </li>
        ))}
      </ul>
      {uploads.length > mostRows && <p className="mt-2 text-sm">{t('more', { count: uploads.length - mostRows })}</p>}
    </section>
  );

  function wordsOf(message: BulkUpload['message']) {
    if (message === null) return t('unanswered');
    return typeof message === 'string' ? message : t(`unreadable.${message.key}`);
  }
}

/** The part of an upload that is over. Its last tenth is the portal's work. */
function shareOf({ state, progress }: BulkUpload): number {
  if (state === 'waiting') return 0;
  return state === 'sending' ? progress * 0.9 : 1;
}
