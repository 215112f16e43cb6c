'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';

/** Data that the form's action returns. */
export type NewToken = { name: string; token: string };

/** Shows the new token once, with a copy button. Rendered inside the form that created it. */
export function IssuedToken() {
  const t = useTranslations('auth.account.tokens');
  const { state } = useContext(FormContext);
  // FormContext serves every form, so it does not know the data type of this form's action.
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
