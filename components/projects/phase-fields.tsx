import { useLocale, useTranslations } from 'next-intl';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { typedDecimal } from '@/lib/numbers';
import { type PhaseDetail, phaseStatus } from '@/lib/projects/phases/schemas';
import { moveReasons } from '@/lib/projects/schedule/rule';

/** Why planned dates move; part of the form of a phase that the plan of its project has. */
function ReasonFields() {
  const t = useTranslations('schedule.form');
  const reasons = useTranslations('schedule.reason');
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <SelectField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        placeholder=""
        options={moveReasons.map((value) => ({ value, label: reasons(value) }))}
      />
      <TextField name="reasonNote" label={t('note')} hint={t('noteHint')} maxLength={500} />
    </div>
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
          inputMode="numeric"
          label={t('percent')}
          required
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
      {phase.baselineStartOn !== null || phase.baselineEndOn !== null ? <ReasonFields /> : null}
      <TextField
        name="weight"
        inputMode="numeric"
        label={t('weight')}
        hint={t('weightHint')}
        required
        defaultValue={typedDecimal(phase.weight, useLocale())}
        className="max-w-60"
      />
      <TextField name="key" label={t('key')} hint={t('keyHint')} required maxLength={63} defaultValue={phase.key} />
    </>
  );
}
