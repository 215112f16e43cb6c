import { useLocale, useTranslations } from 'next-intl';
import { CellField } from '@/components/forms/cell-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { WeekSum } from '@/components/hours/week-sum';
import { ChoiceField } from '@/components/picker/choice-field';
import type { FormAction } from '@/lib/forms/form-state';
import { kept } from '@/lib/intl';
import { typedDuration } from '@/lib/time/rule';
import type { HourChoices } from '@/lib/time/timers/schemas';
import { daysOf } from '@/lib/time/weeks/rule';
import type { WeekCell, WeekRow } from '@/lib/time/weeks/schemas';

type Props = {
  action: FormAction;
  monday: string;
  userId: string;
  rows: readonly WeekRow[];
  choices: Pick<HourChoices, 'projects' | 'lastProjectId'>;
};

const grid = 'grid grid-cols-4 gap-2 sm:grid-cols-[repeat(7,minmax(0,1fr))_4.5rem]';

/** The hours of a week as rows of seven cells, and a row for something new. */
export function WeekSheet({ action, monday, userId, rows, choices }: Props) {
  const t = useTranslations('hours');
  const locale = useLocale();
  const weekday = kept(Intl.DateTimeFormat, locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  const days = daysOf(monday).map((day) => weekday.format(new Date(`${day}T00:00:00Z`)));
  const all = rows.flatMap((row) => row.days);
  return (
    <Form action={action} hidden={{ monday, userId }} doneMessage={t('week.saved')} className="max-w-none">
      <div aria-hidden="true" className={`${grid} eyebrow max-sm:hidden`}>
        {days.map((day) => (
          <span key={day}>{day}</span>
        ))}
        <span className="text-end">{t('week.total')}</span>
      </div>
      {rows.map((row, at) => (
        <fieldset key={row.key} className="border-t border-line/70 pt-3">
          <legend className="sr-only">{`${row.projectName}: ${row.description}`}</legend>
          <p aria-hidden="true" className="mb-2 text-[0.9375rem]">
            <span className="font-medium">{row.projectName}</span>{' '}
            <span className="text-ink-soft">
              {row.description}
              {!row.billable && ` · ${t('notBillable')}`}
            </span>
          </p>
          <input type="hidden" name={`rows.${at}.projectId`} value={row.projectId} />
          <input type="hidden" name={`rows.${at}.description`} value={row.description} />
          <input type="hidden" name={`rows.${at}.billable`} value={String(row.billable)} />
          <div className={grid}>
            {row.days.map((cell, day) => (
              <Cell
                key={days[day]}
                name={`rows.${at}.days.${day}`}
                label={days[day] ?? ''}
                cell={cell}
                fixed={t('week.fixed')}
              />
            ))}
            <WeekSum of={`rows.${at}.`} cells={row.days} className="self-center text-end font-medium" />
          </div>
        </fieldset>
      ))}
      <fieldset className="border-t border-line/70 pt-3">
        <legend className="sr-only">{t('week.newRow')}</legend>
        <div className="mb-3 grid gap-4 sm:grid-cols-2">
          <ChoiceField
            name={`rows.${rows.length}.projectId`}
            label={t('enter.project')}
            placeholder={t('enter.chooseProject')}
            defaultValue={choices.lastProjectId}
            choices={choices.projects}
          />
          <TextField
            name={`rows.${rows.length}.description`}
            label={t('enter.what')}
            maxLength={2000}
            autoComplete="off"
          />
        </div>
        <div className={grid}>
          {days.map((day, at) => (
            <Cell key={day} name={`rows.${rows.length}.days.${at}`} label={day} cell={empty} fixed="" />
          ))}
          <WeekSum of={`rows.${rows.length}.`} cells={[]} className="self-center text-end font-medium" />
        </div>
      </fieldset>
      <div className={`${grid} border-t border-line pt-3 font-medium`}>
        {days.map((day, at) => (
          <span key={day}>
            <span className="block text-sm font-normal text-ink-soft sm:sr-only">{day}</span>
            <WeekSum of={`.days.${at}.`} cells={rows.flatMap((row) => row.days[at] ?? [])} />
          </span>
        ))}
        <WeekSum of="rows." cells={all} className="self-end text-end" />
      </div>
      <SubmitButton>{t('week.save')}</SubmitButton>
    </Form>
  );
}

const empty: WeekCell = { id: null, minutes: 0, isFixed: false };

function Cell({ name, label, cell, fixed }: { name: string; label: string; cell: WeekCell; fixed: string }) {
  const shown = cell.minutes > 0 ? typedDuration(cell.minutes) : '';
  if (cell.isFixed)
    return (
      <div className="self-center">
        <span className="block text-sm text-ink-soft sm:sr-only">{label}</span>
        <span className="numerals" title={fixed}>
          {shown}
        </span>
        <input type="hidden" name={`${name}.minutes`} value="" />
      </div>
    );
  return (
    <div>
      {cell.id && <input type="hidden" name={`${name}.id`} value={cell.id} />}
      <input type="hidden" name={`${name}.seen`} value={shown} />
      <CellField name={`${name}.minutes`} label={label} defaultValue={shown} maxLength={40} />
    </div>
  );
}
