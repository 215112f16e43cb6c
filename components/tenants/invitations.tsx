'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { CopyButton } from '@/components/ui/copy-button';
import type { OnboardedTenant } from '@/lib/tenants/schemas';

/** Invitation links of a new tenant's first users, shown only once, right after onboarding. */
export function Invitations({ next }: { next: ReactNode }) {
  const t = useTranslations('platform.onboarding.invitations');
  const { state } = useContext(FormContext);
  if (state.status !== 'done') return null;
  // FormContext is typed for any action; this component is rendered in the onboarding form only.
  const { invitations } = state.data as OnboardedTenant;
  return (
    <div className="space-y-6">
      <div>
        <h2 className="text-section">{t('title')}</h2>
        <p className="mt-1 text-ink-soft">{t('lead')}</p>
      </div>
      <ul className="space-y-5">
        {invitations.map((invitation) => (
          <li key={invitation.email} className="space-y-2">
            <p className="font-medium">
              {invitation.name} <span className="font-normal text-ink-soft">{invitation.email}</span>
            </p>
            {invitation.isMailed && <p className="text-sm text-ink-soft">{t('mailed', { email: invitation.email })}</p>}
            <p className="rounded-field bg-sunken px-3 py-2 font-mono text-sm">{invitation.url}</p>
            <CopyButton text={invitation.url} label={t('copy', { name: invitation.name })} />
          </li>
        ))}
      </ul>
      {next}
    </div>
  );
}
