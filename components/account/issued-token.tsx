'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';

/** What the form's action answers with. */
export type NewToken = { name: string; token: string };

/** The token that has just been made, with a button to copy it. Stands inside the form that made it. */
export function IssuedToken() {
  const t = useTranslations('auth.account.tokens');
  const { state } = useContext(FormContext);
  // The context serves every form, so it cannot know the type of this one's answer.
  const issued = state.status === 'done' ? (state.data as NewToken | undefined) : undefined;
  if (!issued) return null;
  return (
    <Alert tone="good" title={t('created')} live>
      <p className="mt-1 text-sm text-ink-soft">{issued.name}</p>
      <code className="mt-2 block break-all text-sm">{issued.token}</code>
      <div className="mt-3">
        <CopyButton text={issued.token} />
      </div>
    </Alert>
  );
}
