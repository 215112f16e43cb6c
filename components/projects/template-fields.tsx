import { useTranslations } from 'next-intl';
import { CellField } from '@/components/forms/cell-field';
import { TextField } from '@/components/forms/text-field';
import { mostPhases, type PhaseTemplateDetail } from '@/lib/projects/templates/schemas';

/** Empty rows below the phases. Each saving adds more. */
const spare = 4;

const row = 'grid grid-cols-2 gap-3 sm:grid-cols-[2rem_minmax(0,1fr)_6rem_6rem] sm:items-start';

/** The fields of a template: its name, and a row for each phase. */
export function TemplateFields({ template }: { template?: PhaseTemplateDetail }) {
  const t = useTranslations('templates');
  const phases = template?.phases ?? [];
  const rows = Math.min(mostPhases, Math.max(8, phases.length + spare));
  return (
    <>
      <TextField name="name" label={t('name')} required maxLength={80} defaultValue={template?.name ?? null} />
      <fieldset>
        <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('phases')}</legend>
        <p className="mb-4 text-sm text-ink-soft">{t('phasesHint')}</p>
        <div aria-hidden="true" className={`${row} eyebrow mb-1.5 max-sm:hidden`}>
          <span className="col-start-2">{t('phaseName')}</span>
          <span>{t('weight')}</span>
          <span>{t('days')}</span>
        </div>
        <ol className="space-y-2 max-sm:space-y-6">
          {Array.from({ length: rows }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity.
            <TemplateRow key={at} at={at} phase={phases[at]} />
          ))}
        </ol>
      </fieldset>
    </>
  );
}

function TemplateRow({ at, phase }: { at: number; phase: PhaseTemplateDetail['phases'][number] | undefined }) {
  const t = useTranslations('templates');
  const number = at + 1;
  const text = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));
  return (
    <li className={row}>
      <span aria-hidden="true" className="numerals pt-2.5 text-end text-ink-faint max-sm:hidden">
        {number}
      </span>
      <CellField
        name={`phases.${at}.name`}
        label={t('phaseNumber', { number })}
        maxLength={200}
        defaultValue={phase?.name ?? null}
        className="max-sm:col-span-2"
      />
      <CellField
        name={`phases.${at}.weight`}
        label={t('weightOf', { number })}
        inputMode="numeric"
        defaultValue={text(phase?.weight)}
      />
      <CellField
        name={`phases.${at}.days`}
        label={t('daysOf', { number })}
        inputMode="numeric"
        defaultValue={text(phase?.days)}
      />
    </li>
  );
}
