import { useLocale, useTranslations } from 'next-intl';
import { RefreshOn } from '@/components/live/refresh-on';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ClientExport } from '@/lib/exports/schemas';
import { formatFileSize, formatInstant } from '@/lib/intl';

/** An archive with the words about who asked for it, and the address of its file. */
export type ShownExport = ClientExport & { about: string; address: string };

type Props = { exports: readonly ShownExport[]; timeZone: string };

/** The archives, the latest first: progress while one is made, then the download until its time is over. */
export function ExportList({ exports: list, timeZone }: Props) {
  const t = useTranslations('exports');
  const unfinished = list.flatMap(({ id, state }) => (state === 'waiting' || state === 'working' ? [id] : []));
  if (list.length === 0) return null;
  return (
    <>
      {unfinished.length > 0 && <RefreshOn records={unfinished} />}
      <ul aria-label={t('list')} className="divide-y divide-line/70">
        {list.map((one) => (
          <ExportRow key={one.id} one={one} timeZone={timeZone} />
        ))}
      </ul>
    </>
  );
}

function ExportRow({ one, timeZone }: { one: ShownExport; timeZone: string }) {
  const t = useTranslations('exports');
  const locale = useLocale();
  const { state, reason, doneFiles, totalFiles, fileName, byteSize, expiresAt, about, address } = one;
  const until = expiresAt ? formatInstant(new Date(expiresAt), { locale, timeZone }) : '';
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{t(`state.${state}`, { until })}</p>
        {fileName && state === 'ready' && byteSize !== null && (
          <p className="numerals wrap-anywhere">
            {fileName} · {formatFileSize(byteSize, locale)}
          </p>
        )}
        {reason && <p className="text-bad">{t(`reason.${reason}`)}</p>}
        <p className="text-sm text-ink-soft">{about}</p>
      </div>
      {state === 'working' && (
        <div className="w-full max-w-60 shrink-0">
          <ProgressBar percent={totalFiles > 0 ? (doneFiles / totalFiles) * 100 : 0} label={t('progress')} showValue />
          <p className="numerals text-sm text-ink-soft">{t('files', { done: doneFiles, total: totalFiles })}</p>
        </div>
      )}
      {state === 'ready' && (
        <a href={address} download className={buttonClass('primary')}>
          <Icon name="download" />
          {t('download')}
        </a>
      )}
    </li>
  );
}
