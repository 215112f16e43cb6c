'use client';

import { useTranslations } from 'next-intl';
import type { LeftOut } from '@/components/bulk/bulk-item';
import type { Refusal } from '@/components/bulk/entry-path';
import { Icon } from '@/components/ui/icon';

type Props = { files: readonly LeftOut[]; system: number };

/** The files that are not sent, by reason, each by its name. */
export function LeftOutList({ files, system }: Props) {
  const t = useTranslations('bulk');
  if (files.length === 0 && system === 0) return null;
  const reasons = [...new Set(files.map(({ reason }) => reason))];
  return (
    <section aria-label={t('leftOut.title')} className="rounded-card bg-sunken/70 px-4 py-4 sm:px-5">
      {files.length > 0 && <h2 className="font-medium">{t('leftOut.count', { count: files.length })}</h2>}
      <ul className="mt-2 space-y-2">
        {reasons.map((reason) => (
          <ReasonRow key={reason} reason={reason} paths={files.filter((file) => file.reason === reason)} />
        ))}
      </ul>
      {system > 0 && <p className="mt-2 text-sm text-ink-soft first:mt-0">{t('leftOut.system', { count: system })}</p>}
    </section>
  );
}

function ReasonRow({ reason, paths }: { reason: Refusal; paths: readonly LeftOut[] }) {
  const t = useTranslations('bulk');
  return (
    <li>
      <details open={paths.length <= 5}>
        <summary className="flex min-h-11 cursor-pointer items-center gap-2">
          <Icon name="triangle-exclamation-point" className="size-4 shrink-0 text-warn" />
          <span>{t(`refused.${reason}`, { count: paths.length })}</span>
        </summary>
        <ul className="max-h-60 overflow-y-auto ps-6 text-sm text-ink-soft">
          {paths.map(({ path }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an archive may hold one path twice, and the list never changes
            <li key={index} className="py-0.5 wrap-anywhere">
              {path}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
