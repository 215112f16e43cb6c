'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';
import type { UserLink } from '@/lib/users/schemas';

type Props = { link: Pick<UserLink, 'name' | 'email' | 'url' | 'message' | 'isMailed'> };

/** The message with a person's link, ready to be copied: whose it is, and its text. It is shown only once. */
export function ReadyMessage({ link: { name, email, url, message, isMailed } }: Props) {
  const t = useTranslations('users.link.made');
  const [before = '', after = ''] = message.split(url, 2);
  return (
    <Alert tone="good" title={t('title', { name })} live>
      <p className="text-[0.9375rem]">{isMailed ? t('mailed', { name, email }) : t('lead', { email })}</p>
      <p className="mt-4 whitespace-pre-line rounded-field bg-raised px-3.5 py-3 text-sm">
        {before}
        <code className="break-all">{url}</code>
        {after}
      </p>
      <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2">
        <CopyButton text={message} label={t('copyMessage')} />
        <CopyButton text={url} label={t('copy')} look="quiet" />
      </div>
    </Alert>
  );
}
