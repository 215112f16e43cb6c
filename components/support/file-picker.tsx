'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

export type FileRules = { accept: string; mostFiles: number; maxBytes: number };
type Props = FileRules & { files: readonly File[]; share: number | null; onChange: (files: File[]) => void };

/** Files to send with a message; on a phone also a photo to take. Nothing before the browser's script runs. */
export function FilePicker({ files, accept, mostFiles, maxBytes, share, onChange }: Props) {
  const t = useTranslations('support.files');
  const [refused, setRefused] = useState<string | null>(null);

  const add = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(currentTarget.files ?? [])];
    currentTarget.value = '';
    const large = chosen.find(({ size }) => size > maxBytes);
    const all = [...files, ...chosen.filter(({ size }) => size <= maxBytes)];
    setRefused(
      large
        ? t('tooLarge', { name: large.name, megabytes: Math.floor(maxBytes / 1024 / 1024) })
        : all.length > mostFiles
          ? t('tooMany', { count: mostFiles })
          : null,
    );
    onChange(all.slice(0, mostFiles));
  };

  return (
    <div className="hidden space-y-2 scripted:block">
      <div className="flex flex-wrap gap-2">
        <label className={`${buttonClass('quiet', 'small')} cursor-pointer focus-within:outline-2`}>
          <Icon name="paperclip" />
          <span>{t('add')}</span>
          <input type="file" multiple accept={accept} onChange={add} className="sr-only" />
        </label>
        <label className={`${buttonClass('quiet', 'small')} cursor-pointer focus-within:outline-2 pointer-fine:hidden`}>
          <Icon name="camera" />
          <span>{t('photo')}</span>
          <input type="file" accept="image/*" capture="environment" onChange={add} className="sr-only" />
        </label>
      </div>
      {files.length > 0 && (
        <ul aria-label={t('list')} className="space-y-1 text-sm">
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
            <li key={at} className="flex items-center gap-2">
              <span className="min-w-0 truncate">{file.name}</span>
              <Button
                look="quiet"
                size="small"
                aria-label={t('remove', { name: file.name })}
                onClick={() => onChange(files.filter((_, other) => other !== at))}
              >
                <Icon name="x" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {share !== null && (
        <p role="status" className="text-sm text-ink-soft">
          {t('sending', { percent: Math.floor(share * 100) })}
        </p>
      )}
      {refused && (
        <p role="alert" className="text-sm font-medium text-bad">
          {refused}
        </p>
      )}
    </div>
  );
}
