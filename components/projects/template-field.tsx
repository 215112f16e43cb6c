import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/forms/select-field';
import { builtInTemplates } from '@/lib/projects/templates/rule';
import type { PhaseTemplateChoices } from '@/lib/projects/templates/schemas';

type Props = {
  choices: PhaseTemplateChoices;
  required?: boolean;
  /** The name of the field, `template` by default. */
  name?: string;
};

/** The choice of a phase template: built in, the business's own, or the phases of another project. */
export function TemplateField({ choices, required = false, name = 'template' }: Props) {
  const t = useTranslations('templates.use');
  const builtIn = useTranslations('templates.builtIn');
  const label = (choice: { name: string; phaseCount: number }) =>
    t('choice', { name: choice.name, count: choice.phaseCount });
  const groups = [
    {
      label: t('groups.builtIn'),
      options: builtInTemplates.map((key) => ({ value: `built-in:${key}`, label: builtIn(key) })),
    },
    {
      label: t('groups.own'),
      options: choices.own.map((template) => ({ value: `own:${template.id}`, label: label(template) })),
    },
    {
      label: t('groups.projects'),
      options: choices.projects.map((project) => ({ value: `project:${project.id}`, label: label(project) })),
    },
  ];
  return (
    <SelectField
      name={name}
      label={t('template')}
      required={required}
      placeholder={t('choose')}
      options={groups.filter(({ options }) => options.length > 0)}
    />
  );
}
