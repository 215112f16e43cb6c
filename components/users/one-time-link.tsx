'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';
import { formatInstant } from '@/lib/intl';
import type { UserLink } from '@/lib/users/schemas';

type Props = {
  timeZone: string;
  /** Links to the next steps. */
  next?: ReactNode;
};

/** Shows the link that the surrounding form has created. It is shown only once. */
export function OneTimeLink({ timeZone, next }: Props) {
  const t = useTranslations('users.link.made');
  const locale = useLocale();
  const { state } = useContext(FormContext);
  // FormContext serves every form, so it does not know the data type of this form's action.
  const link = state.status === 'done' ? (state.data as UserLink | undefined) : undefined;
  if (!link) return null;
  const until = formatInstant(new Date(link.expiresAt), { locale, timeZone });
  return (
    <>
      <Alert tone="good" title={t('title')} live>
        <p className="text-[0.9375rem]">{t('lead')}</p>
        <code className="mt-4 block rounded-field bg-raised px-3.5 py-2.5 text-sm [overflow-wrap:anywhere]">
          {link.url}
        </code>
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <CopyButton text={link.url} label={t('copy')} />
          <span className="text-sm text-ink-soft">
            {t('until')} {until}
          </span>
        </div>
      </Alert>
      {next}
    </>
  );
}
