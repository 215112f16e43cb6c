import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  action: FormAction;
  /** Of the settings that the section changes. */
  version: string;
  /** Beside the button. */
  beside?: ReactNode;
  /** The fields. */
  children: ReactNode;
};

/** A part of the settings, which is saved by itself. */
export function SettingsSection({ title, lead, action, version, beside, children }: Props) {
  const t = useTranslations('settings');
  const button = <SubmitButton>{t('save')}</SubmitButton>;
  return (
    <Section title={title} lead={lead}>
      <Form action={action} version={version}>
        {children}
        {beside ? (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            {button}
            {beside}
          </div>
        ) : (
          button
        )}
      </Form>
    </Section>
  );
}
