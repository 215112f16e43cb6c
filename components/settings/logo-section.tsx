import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { Messages } from '@/components/layout/messages';
import { LogoForm } from '@/components/settings/logo-form';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  /** Address of the current logo; null without one. */
  logo: string | null;
  uploadAddress: string;
  accept: string;
  maxBytes: number;
  remove: FormAction;
};

/** Shows, replaces and removes the tenant's logo. A separate form, because it uploads a file. */
export function LogoSection({ logo, uploadAddress, accept, maxBytes, remove }: Props) {
  const t = useTranslations('gallery.settings');
  return (
    <Section title={t('logo')} lead={t('logoLead')}>
      <div className="max-w-form space-y-6">
        {logo && (
          <div className="flex flex-wrap items-center gap-5">
            <span className="inline-flex rounded-card bg-raised p-4 shadow-raised">
              <img src={logo} alt={t('logo')} className="h-16 w-auto max-w-48 object-contain" />
            </span>
            <ActionButton action={remove} look="quiet" size="small" doneMessage={t('logoRemoved')}>
              {t('logoRemove')}
            </ActionButton>
          </div>
        )}
        <Messages for={['gallery.settings.logoFile', 'gallery.settings.logoHint', 'gallery.settings.logoSave']}>
          <LogoForm address={uploadAddress} maxBytes={maxBytes} accept={accept} />
        </Messages>
      </div>
    </Section>
  );
}
