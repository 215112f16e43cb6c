import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckField } from '@/components/forms/check-field';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { exampleAmount } from '@/lib/money';
import { typedDecimal } from '@/lib/numbers';
import { projectStatus, type TeamProjectDetail } from '@/lib/projects/schemas';
import { hoursShown } from '@/lib/time/rule';

type Props = {
  /** Initial values; absent for a new project. */
  project?: TeamProjectDetail;
  /** The fields for client and contact. */
  children: ReactNode;
};

/** The fields of a project, for creating and for editing. */
export function ProjectFields({ project, children }: Props) {
  const locale = useLocale();
  const t = useTranslations('projects.form');
  const status = useTranslations('terms.projectStatus');
  const legend = 'font-serif text-section';
  return (
    <>
      <fieldset className="space-y-6">
        <legend className={legend}>{t('what')}</legend>
        <TextField name="name" label={t('name')} required maxLength={200} defaultValue={project?.name ?? null} />
        <SelectField
          name="status"
          label={t('status')}
          required
          defaultValue={project?.status ?? 'planned'}
          options={projectStatus.options.map((value) => ({ value, label: status(value) }))}
        />
        <TextAreaField
          name="description"
          label={t('description')}
          hint={t('descriptionHint')}
          defaultValue={project?.description ?? null}
        />
        <TextField name="address" label={t('address')} maxLength={500} defaultValue={project?.address ?? null} />
      </fieldset>
      <fieldset className="mt-12 space-y-6">
        <legend className={legend}>{t('who')}</legend>
        {children}
        <SelectField
          name="hoursShown"
          label={t('hoursShown')}
          required
          defaultValue={project?.hoursShown ?? 'entries'}
          options={hoursShown.map((value) => ({ value, label: t(`hoursChoice.${value}`) }))}
        />
        <input type="hidden" name="dateHistoryShown" value="false" />
        <CheckField
          name="dateHistoryShown"
          value="true"
          label={t('dateHistoryShown')}
          hint={t('dateHistoryHint')}
          defaultChecked={project?.dateHistoryShown ?? true}
        />
      </fieldset>
      <fieldset className="mt-12 space-y-6">
        <legend className={legend}>{t('when')}</legend>
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField name="startsOn" type="date" label={t('startsOn')} defaultValue={project?.startsOn ?? null} />
          <TextField name="endsOn" type="date" label={t('endsOn')} defaultValue={project?.endsOn ?? null} />
        </div>
        <TextField
          name="contractValue"
          label={t('contractValue')}
          hint={
            project
              ? t('contractValueIn', { currency: project.currency, example: exampleAmount(project.currency, locale) })
              : t('contractValueHint', { example: exampleAmount('EUR', locale) })
          }
          inputMode="decimal"
          defaultValue={project?.contractValue ? typedDecimal(project.contractValue, locale) : null}
        />
      </fieldset>
    </>
  );
}
