'use client';

import { useTranslations } from 'next-intl';
import { useContext, useEffect, useState } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';

/** Data that the form's action returns. */
export type ShownPass = { label: string; url: string };

/** Shows the new link once, to copy and, where the device can, to share. Rendered inside the form that created it. */
export function NewPass() {
  const t = useTranslations('guests.created');
  const { state } = useContext(FormContext);
  const [shares, setShares] = useState(false);
  useEffect(() => setShares(typeof navigator.share === 'function'), []);
  // FormContext serves every form, so it does not know the data type of this form's action.
  const pass = state.status === 'done' ? (state.data as ShownPass | undefined) : undefined;
  if (!pass) return null;
  // A person who changes their mind ends the sharing with an error.
  const share = () => void navigator.share({ url: pass.url }).catch(() => undefined);
  return (
    <Alert tone="good" title={t('title')} live>
      <p className="mt-1 text-sm text-ink-soft">{t('text', { label: pass.label })}</p>
      <code className="mt-2 block break-all text-sm">{pass.url}</code>
      <div className="mt-3 flex flex-wrap gap-3">
        <CopyButton text={pass.url} label={t('copy')} />
        {shares && (
          <Button size="small" look="secondary" onClick={share}>
            <Icon name="share-2" />
            {t('share')}
          </Button>
        )}
      </div>
    </Alert>
  );
}
