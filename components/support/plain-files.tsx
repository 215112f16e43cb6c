import { useTranslations } from 'next-intl';
import { OwnerField } from '@/components/forms/form-owner';
import type { FileRules } from '@/components/support/file-picker';
import { buttonClass } from '@/components/ui/button';

type Props = FileRules & {
  address: string;
  /** The last message shown, which this one must not cross. */
  seen: string;
  label: string;
  submit: string;
};

/** A message with files in a browser without scripts: the same address takes a plain form. */
export function PlainFiles({ address, seen, label, submit, accept, mostFiles, maxBytes }: Props) {
  const t = useTranslations('support.files');
  return (
    <details className="mt-4 scripted:hidden">
      <summary className={buttonClass('quiet', 'small')}>{t('plain')}</summary>
      <form method="post" encType="multipart/form-data" action={address} className="mt-3 max-w-form space-y-4">
        <OwnerField />
        <input type="hidden" name="seen_message_id" value={seen} />
        <label className="block">
          {label}
          <textarea name="body" required rows={3} className="mt-1 block w-full rounded-field ring-1 ring-line-strong" />
        </label>
        <label className="block">
          {t('field')}
          <input type="file" name="attachments" multiple accept={accept} className="mt-1 block" />
        </label>
        <p className="text-sm text-ink-soft">
          {t('fieldHint', { count: mostFiles, megabytes: Math.floor(maxBytes / 1024 / 1024) })}
        </p>
        <button type="submit" className={buttonClass('secondary')}>
          {submit}
        </button>
      </form>
    </details>
  );
}
