'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { keepFocus } from '@/components/forms/keep-focus';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ProgressBar } from '@/components/ui/progress-bar';
import { TextLink } from '@/components/ui/text-link';
import type { Upload } from '@/components/uploads/use-uploads';
import { formatFileSize } from '@/lib/intl';
import { paths } from '@/lib/paths';

type Props = {
  uploads: readonly Upload[];
  retry: (key: string) => void;
  /** Address of the uploaded file's page, taken from the API's response. */
  hrefOf?: (answer: unknown) => string | null;
  /** A word about an uploaded file, taken from the API's response. */
  noteOf?: (answer: unknown) => string | null;
  /** Offered instead of a retry when the same file would be refused again. */
  remove: (key: string) => void;
};

/** The uploads with progress and outcome, and a retry for failed ones. */
export function UploadList({ uploads, retry, remove, hrefOf, noteOf }: Props) {
  const t = useTranslations('common.upload');
  if (uploads.length === 0) return null;
  const done = uploads.filter(({ state }) => state === 'done').length;
  return (
    <div>
      <p role="status" className="mb-1 text-sm text-ink-soft">
        {t('sum', { done, count: uploads.length })}
      </p>
      <ul aria-label={t('list')} className="divide-y divide-line/70">
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            retry={retry}
            remove={remove}
            href={hrefOf?.(upload.answer) ?? null}
            note={noteOf?.(upload.answer) ?? null}
          />
        ))}
      </ul>
    </div>
  );
}

type RowProps = { upload: Upload; href: string | null; note: string | null } & Pick<Props, 'retry' | 'remove'>;

function UploadRow({ upload, retry, remove, href, note }: RowProps) {
  const { file, progress, state, message } = upload;
  const t = useTranslations('common.upload');
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{href ? <TextLink href={href}>{file.name}</TextLink> : file.name}</p>
        <p className="numerals text-sm text-ink-faint">{formatFileSize(file.size, locale)}</p>
      </div>
      {state === 'waiting' && <p className="text-sm text-ink-soft">{t('waiting')}</p>}
      {state === 'sending' && progress >= 1 && <p className="text-sm text-ink-soft">{t('processing')}</p>}
      {state === 'sending' && progress < 1 && (
        <ProgressBar
          percent={Math.floor(progress * 100)}
          label={t('sending', { name: file.name })}
          showValue
          className="w-44"
        />
      )}
      {state === 'done' && (
        <p className="flex items-center gap-1.5 text-sm text-good">
          <Icon name="check" className="size-4" />
          {note ?? t('done')}
        </p>
      )}
      {state === 'failed' && (
        <>
          <NextStep upload={upload} retry={retry} remove={remove} />
          <p role="alert" className="flex w-full items-start gap-1.5 text-sm text-bad">
            <Icon name="triangle-exclamation-point" className="mt-0.5 size-4 shrink-0" />
            {message ?? t('failed')}
          </p>
        </>
      )}
    </li>
  );
}

/** The next step after a failed upload: remove, sign in or retry. */
function NextStep({ upload: { key, file, needs }, retry, remove }: Omit<RowProps, 'href' | 'note'>) {
  const t = useTranslations('common.upload');
  if (needs === 'otherFile') {
    const removeIt = ({ currentTarget }: MouseEvent) => {
      remove(key);
      keepFocus(currentTarget);
    };
    return (
      <Button size="small" onClick={removeIt} aria-label={`${t('remove')}: ${file.name}`}>
        <Icon name="x" />
        {t('remove')}
      </Button>
    );
  }
  return (
    <>
      {needs === 'signIn' && (
        // In a new tab, so that the selected files are not lost.
        <a href={paths.signIn()} target="_blank" rel="noopener" className={buttonClass('secondary', 'small')}>
          {t('signIn')}
        </a>
      )}
      <Button size="small" onClick={() => retry(key)}>
        <Icon name="rotate-ccw" />
        {t('retry')}
      </Button>
    </>
  );
}
