'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { UploadList } from '@/components/uploads/upload-list';
import type { Upload } from '@/components/uploads/use-uploads';

type Props = { uploads: readonly Upload[]; retry: (key: string) => void; remove: (key: string) => void };

/** The total progress, and below it the list of uploads, failed ones first. */
export function UploadProgress({ uploads, retry, remove }: Props) {
  const t = useTranslations('photos.upload');
  if (uploads.length === 0) return null;
  const failed = uploads.filter(({ state }) => state === 'failed');
  const others = uploads.filter(({ state }) => state !== 'failed');
  const share = others.reduce((sum, upload) => sum + shareOf(upload), failed.length) / uploads.length;
  return (
    <div className="mt-6 space-y-4">
      <ProgressBar percent={share * 100} label={t('together')} showValue />
      {failed.length > 1 && (
        <div className="flex flex-wrap items-center gap-3 rounded-card bg-bad-soft px-4 py-3">
          <p className="min-w-0 flex-1 font-medium text-bad">{t('failed', { count: failed.length })}</p>
          <Button size="small" onClick={() => failed.map(({ key }) => retry(key))}>
            {t('retryAll')}
          </Button>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section aria-label={t('list')} tabIndex={0} className="max-h-80 overflow-y-auto pe-2">
        <UploadList
          uploads={[...failed, ...others]}
          retry={retry}
          remove={remove}
          noteOf={(answer) => (isCutShort(answer) ? t('cutShort') : null)}
        />
      </section>
    </div>
  );
}

/** The part of an upload that is over. Its last tenth is the portal's work: until the answer nothing is finished. */
function shareOf({ state, progress }: Upload): number {
  return state === 'done' ? 1 : progress * 0.9;
}

/** Whether the API says that the photo's file lacks its end. */
export function isCutShort(answer: unknown): boolean {
  if (answer === null || typeof answer !== 'object' || !('data' in answer)) return false;
  const { data } = answer;
  return data !== null && typeof data === 'object' && 'is_cut_short' in data && data.is_cut_short === true;
}
