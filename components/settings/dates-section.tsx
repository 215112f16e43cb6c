import { useTranslations } from 'next-intl';
import { CheckField } from '@/components/forms/check-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction; version: string; shown: boolean };

/** Whether clients read how planned dates moved. */
export function DatesSection({ action, version, shown }: Props) {
  const t = useTranslations('schedule.settings');
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Form action={action} version={version}>
        <input type="hidden" name="dateHistoryShown" value="false" />
        <CheckField
          name="dateHistoryShown"
          value="true"
          as="switch"
          label={t('shown')}
          hint={t('shownHint')}
          defaultChecked={shown}
        />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </Section>
  );
}
