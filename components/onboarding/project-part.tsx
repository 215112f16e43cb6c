import { useTranslations } from 'next-intl';
import { FieldGroup } from '@/components/forms/field-group';
import { TextField } from '@/components/forms/text-field';
import { TemplateField } from '@/components/projects/template-field';
import type { Day } from '@/lib/format';
import type { PhaseTemplateChoices } from '@/lib/projects/templates/schemas';

type Props = { today: Day; templates: PhaseTemplateChoices };

/** The client's first or next project, with phases from a template. */
export function ProjectPart({ today, templates }: Props) {
  const t = useTranslations('onboarding.project');
  return (
    <FieldGroup title={t('title')} lead={t('lead')}>
      <TextField name="project.name" label={t('name')} maxLength={200} autoComplete="off" />
      <TextField name="project.address" label={t('address')} maxLength={500} autoComplete="off" />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="project.startsOn" type="date" label={t('startsOn')} defaultValue={today} />
        <TemplateField name="project.template" choices={templates} />
      </div>
    </FieldGroup>
  );
}
