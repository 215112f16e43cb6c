import { useTranslations } from 'next-intl';
import { CellField } from '@/components/forms/cell-field';
import { CellSelect } from '@/components/forms/cell-select';
import { mostInstalments } from '@/lib/invoices/schedule/rule';

/** A row of the form, its numbers as the reader's language writes them. */
export type ScheduleRow = {
  id: string | null;
  phaseId: string | null;
  title: string | null;
  percent: string | null;
  amount: string | null;
  dueOn: string | null;
};

type Props = { rows: readonly ScheduleRow[]; phases: readonly { id: string; name: string }[] };

/** Empty rows below the others. Each saving adds more. */
const spare = 3;

const grid =
  'grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem_8rem_10.5rem] sm:items-start max-sm:border-t max-sm:border-line/70 max-sm:pt-4';

/** The rows of a payment schedule: phase, title, percent or amount, and due date. */
export function ScheduleFields({ rows, phases }: Props) {
  const t = useTranslations('invoices.schedule');
  const count = Math.min(mostInstalments, rows.length + spare);
  const choices = phases.map(({ id, name }) => ({ value: id, label: name }));
  const heads = ['phase', 'name', 'percent', 'amount', 'dueOn'] as const;
  return (
    <fieldset>
      <legend className="sr-only">{t('title')}</legend>
      <p className="mb-5 max-w-prose text-sm text-ink-soft">{t('hint')}</p>
      <div aria-hidden="true" className={`${grid} eyebrow mb-1.5 max-sm:hidden`}>
        {heads.map((head) => (
          <span key={head}>{t(head)}</span>
        ))}
      </div>
      <ol className="space-y-2 max-sm:space-y-6">
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity.
          <Row key={at} at={at} row={rows[at]} choices={choices} />
        ))}
      </ol>
    </fieldset>
  );
}

type RowProps = { at: number; row: ScheduleRow | undefined; choices: { value: string; label: string }[] };

function Row({ at, row, choices }: RowProps) {
  const t = useTranslations('invoices.schedule');
  const number = at + 1;
  const name = (field: keyof ScheduleRow) => `instalments.${at}.${field}`;
  return (
    <li className={grid}>
      {row?.id && <input type="hidden" name={name('id')} value={row.id} />}
      <CellSelect
        name={name('phaseId')}
        label={t('phaseOf', { number })}
        options={choices}
        placeholder={t('noPhase')}
        defaultValue={row?.phaseId ?? null}
        className="max-sm:col-span-2"
      />
      <CellField
        name={name('title')}
        label={t('nameOf', { number })}
        maxLength={200}
        defaultValue={row?.title ?? null}
        className="max-sm:col-span-2"
      />
      <CellField
        name={name('percent')}
        label={t('percentOf', { number })}
        inputMode="decimal"
        defaultValue={row?.percent ?? null}
      />
      <CellField
        name={name('amount')}
        label={t('amountOf', { number })}
        inputMode="decimal"
        defaultValue={row?.amount ?? null}
      />
      <CellField
        name={name('dueOn')}
        label={t('dueOnOf', { number })}
        type="date"
        defaultValue={row?.dueOn ?? null}
        className="max-sm:col-span-2"
      />
    </li>
  );
}
