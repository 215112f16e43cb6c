import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { formatMinutes } from '@/lib/format';
import { type Grouping, groupings } from '@/lib/invoices/hours/rule';

type Props = {
  /** The page that the lines are added on, and what its address keeps. */
  address: string;
  keep: Record<string, string>;
  projects: { id: string; name: string; unbilledMinutes: number }[];
  chosen: {
    project?: string | undefined;
    hours?: Grouping | undefined;
    until?: string | undefined;
    rate?: string | undefined;
  };
  currency: string;
};

/** Fills the lines of a draft from hours that were not billed yet. A GET form, so that nothing is marked before the draft is saved. */
export function HoursForm({ address, keep, projects, chosen, currency }: Props) {
  const t = useTranslations('invoices.hours');
  const locale = useLocale();
  const unbilled = projects.filter(({ unbilledMinutes }) => unbilledMinutes > 0);
  if (unbilled.length === 0) return null;
  return (
    <details open={chosen.hours !== undefined} className="mb-10 rounded-card bg-sunken/70 px-5 py-3">
      <summary className="flex min-h-11 cursor-pointer items-center font-medium text-accent-text">{t('title')}</summary>
      <form action={address} className="mt-3 grid gap-4 pb-3 sm:grid-cols-2 lg:grid-cols-4">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Labelled id="hours-project" label={t('project')}>
          <Select
            id="hours-project"
            name="project"
            defaultValue={chosen.project ?? unbilled[0]?.id}
            options={unbilled.map(({ id, name, unbilledMinutes }) => ({
              value: id,
              label: t('unbilled', { name, hours: formatMinutes(unbilledMinutes, locale) }),
            }))}
          />
        </Labelled>
        <Labelled id="hours-by" label={t('by')}>
          <Select
            id="hours-by"
            name="hours"
            defaultValue={chosen.hours ?? 'person'}
            options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
          />
        </Labelled>
        <Labelled id="hours-rate" label={t('rate', { currency })}>
          <Input
            id="hours-rate"
            name="rate"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={chosen.rate}
            className="numerals"
          />
        </Labelled>
        <Labelled id="hours-until" label={t('until')}>
          <Input id="hours-until" name="until" type="date" defaultValue={chosen.until} />
        </Labelled>
        <p className="col-span-full text-sm text-ink-soft">{t('hint')}</p>
        <div className="col-span-full">
          <Button type="submit">{t('fill')}</Button>
        </div>
      </form>
    </details>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm text-ink-soft">
        {label}
      </label>
      {children}
    </div>
  );
}
