import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { type PhaseDetail, phaseStatus } from '@/lib/projects/phases/schemas';

/** The fields of a new phase: name and planned dates. It begins at 0 percent. */
export function NewPhaseFields() {
  const t = useTranslations('phases.form');
  return (
    <>
      <TextField name="name" label={t('name')} required maxLength={200} placeholder={t('namePlaceholder')} />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="plannedStartOn" type="date" label={t('plannedStartOn')} />
        <TextField name="plannedEndOn" type="date" label={t('plannedEndOn')} />
      </div>
      <WeightField weight={1} />
    </>
  );
}

/** All fields of an existing phase. */
export function PhaseFields({ phase }: { phase: PhaseDetail }) {
  const t = useTranslations('phases.form');
  const status = useTranslations('terms.phaseStatus');
  const pair = 'grid gap-6 sm:grid-cols-2';
  return (
    <>
      <TextField name="name" label={t('name')} required maxLength={200} defaultValue={phase.name} />
      <div className={pair}>
        <SelectField
          name="status"
          label={t('status')}
          required
          defaultValue={phase.status}
          options={phaseStatus.options.map((value) => ({ value, label: status(value) }))}
        />
        <TextField
          name="percent"
          type="number"
          label={t('percent')}
          required
          min={0}
          max={100}
          step={1}
          defaultValue={String(phase.percent)}
        />
      </div>
      <p className="text-sm text-ink-soft">{t('percentHint')}</p>
      <div className={pair}>
        <TextField name="plannedStartOn" type="date" label={t('plannedStartOn')} defaultValue={phase.plannedStartOn} />
        <TextField name="plannedEndOn" type="date" label={t('plannedEndOn')} defaultValue={phase.plannedEndOn} />
        <TextField name="actualStartOn" type="date" label={t('actualStartOn')} defaultValue={phase.actualStartOn} />
        <TextField name="actualEndOn" type="date" label={t('actualEndOn')} defaultValue={phase.actualEndOn} />
      </div>
      <WeightField weight={phase.weight} />
      <TextField name="key" label={t('key')} hint={t('keyHint')} required maxLength={63} defaultValue={phase.key} />
    </>
  );
}

function WeightField({ weight }: { weight: number }) {
  const t = useTranslations('phases.form');
  return (
    <TextField
      name="weight"
      type="number"
      label={t('weight')}
      hint={t('weightHint')}
      required
      min={1}
      max={1000}
      step={1}
      defaultValue={String(weight)}
      className="max-w-60"
    />
  );
}
