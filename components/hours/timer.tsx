import { useLocale, useTranslations } from 'next-intl';
import { CheckField } from '@/components/forms/check-field';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TimerClock } from '@/components/hours/timer-clock';
import { ChoiceField } from '@/components/picker/choice-field';
import { formatInstant } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { HourChoices } from '@/lib/time/timers/schemas';

type Props = {
  choices: HourChoices;
  timeZone: string;
  actions: Record<'start' | 'stop' | 'discard', FormAction>;
};

/** The timer of the signed-in person: its running project with a clock, or the fields that start it. */
export function Timer({ choices, timeZone, actions }: Props) {
  const t = useTranslations('hours');
  const locale = useLocale();
  const { timer, projects, lastProjectId } = choices;
  if (timer === null) {
    return (
      <Form action={actions.start} hidden={{ billable: 'false' }} doneMessage={null} className="max-w-none">
        <div className="grid gap-x-5 gap-y-5 md:grid-cols-12">
          <ChoiceField
            name="projectId"
            label={t('enter.project')}
            required
            placeholder={t('enter.chooseProject')}
            defaultValue={lastProjectId}
            choices={projects}
            className="md:col-span-6"
          />
          <TextField
            name="description"
            label={t('enter.what')}
            required
            maxLength={2000}
            autoComplete="off"
            className="md:col-span-6"
          />
        </div>
        <CheckField name="billable" value="true" label={t('enter.billable')} defaultChecked />
        <SubmitButton look="secondary">{t('timer.start')}</SubmitButton>
      </Form>
    );
  }
  const { projectName, description, startedAt } = timer;
  return (
    <div className="rounded-card bg-sunken/70 p-5 sm:p-6">
      <p className="font-medium [overflow-wrap:anywhere]">
        {t('timer.running', { project: projectName, what: description })}
      </p>
      <p className="mt-1 mb-5 text-ink-soft">
        <TimerClock startedAt={startedAt.getTime()} now={Date.now()} /> ·{' '}
        {t('timer.since', { at: formatInstant(startedAt, { locale, timeZone }) })}
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Form action={actions.stop} doneMessage={null} className="flex flex-wrap items-end gap-3 space-y-0">
          <TextField
            name="minutes"
            label={t('timer.minutes')}
            placeholder={t('enter.durationHint')}
            maxLength={40}
            autoComplete="off"
            className="w-44"
          />
          <SubmitButton>{t('timer.stop')}</SubmitButton>
        </Form>
        <ConfirmButton
          action={actions.discard}
          title={t('timer.discardTitle')}
          description={t('timer.discardText')}
          confirm={t('timer.discard')}
        >
          {t('timer.discard')}
        </ConfirmButton>
      </div>
    </div>
  );
}
