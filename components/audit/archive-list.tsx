import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatInstant } from '@/lib/format';
import { formatFileSize } from '@/lib/intl';
import { paths } from '@/lib/paths';
import type { TrailArchive } from '@/lib/trail-archives/schemas';

/** The sealed archives of an audit trail, each with its file. */
export function ArchiveList({ archives, timeZone }: { archives: readonly TrailArchive[]; timeZone: string }) {
  const t = useTranslations('archives');
  const locale = useLocale();
  const day = (at: string) => formatInstant(new Date(at), { locale, timeZone }, 'date');
  return (
    <ul aria-label={t('list')} className="divide-y divide-line/70">
      {archives.map(({ id, number, lineCount, firstAt, lastAt, byteSize, sha256, sealedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium">{t('name', { number: String(number) })}</p>
            <p className="numerals">{t('span', { count: lineCount, from: day(firstAt), to: day(lastAt) })}</p>
            <p className="text-sm text-ink-soft">
              {t('sealed', { at: day(sealedAt), size: formatFileSize(byteSize, locale) })}
            </p>
            <p className="text-ink-soft text-xs wrap-anywhere">{t('sha', { sha256 })}</p>
          </div>
          <a href={paths.files.trailArchive(id)} download className={buttonClass('secondary')}>
            <Icon name="download" />
            {t('download')}
          </a>
        </li>
      ))}
    </ul>
  );
}
