import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';

/** The address of the tenant's own sign-in, to copy. */
export function SignInAddress({ address }: { address: string }) {
  const t = useTranslations('settings.signIn');
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div className="flex max-w-form flex-wrap items-center gap-x-4 gap-y-3">
        <code className="min-w-0 rounded-field bg-sunken px-3.5 py-2.5 text-sm [overflow-wrap:anywhere]">
          {address}
        </code>
        <CopyButton text={address} label={t('copy')} />
      </div>
    </Section>
  );
}
