import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TemplateField } from '@/components/projects/template-field';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';
import type { PhaseTemplateChoices } from '@/lib/projects/templates/schemas';

type Props = {
  action: FormAction;
  projectId: string;
  choices: PhaseTemplateChoices;
  startsOn: Day;
  /** Whether the reader may edit the templates of the business. */
  editable: boolean;
};

/** The first phases of an empty project: a template and the day on which it begins. */
export function TemplateStart({ action, projectId, choices, startsOn, editable }: Props) {
  const t = useTranslations('templates');
  return (
    <Section
      title={t('use.title')}
      lead={t('use.lead')}
      aside={editable && <TextLink href={paths.admin.phaseTemplates.list}>{t('title')}</TextLink>}
    >
      <Form action={action} hidden={{ projectId }} doneMessage={null}>
        <div className="grid gap-6 sm:grid-cols-2">
          <TemplateField choices={choices} required />
          <TextField name="startsOn" type="date" label={t('use.startsOn')} defaultValue={startsOn} />
        </div>
        <SubmitButton>{t('use.submit')}</SubmitButton>
      </Form>
    </Section>
  );
}
