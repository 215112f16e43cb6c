import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';
import type { Targets } from '@/lib/support/rule';

type Props = { targets: Targets; action: FormAction; version: string; save: string };

/** Within how many hours the business means to answer. */
export function TargetsSection({ targets, action, version, save }: Props) {
  const t = useTranslations('support.targets');
  const textOf = (hours: number | null) => (hours === null ? '' : String(hours));
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Form action={action} version={version}>
        <TextField
          name="firstResponseHours"
          label={t('first')}
          hint={t('hint')}
          inputMode="numeric"
          defaultValue={textOf(targets.firstResponseHours)}
        />
        <TextField
          name="resolutionHours"
          label={t('resolution')}
          inputMode="numeric"
          defaultValue={textOf(targets.resolutionHours)}
        />
        <SubmitButton>{save}</SubmitButton>
      </Form>
    </Section>
  );
}
