'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { describe, FieldError } from '@/components/forms/field';
import { OwnerField } from '@/components/forms/form-owner';
import { VersionField } from '@/components/forms/version-field';
import { PhaseCell } from '@/components/projects/phase-cell';
import { phaseColumns } from '@/components/projects/phase-columns';
import type { PhaseField, PhaseValues } from '@/components/projects/phase-values';
import { usePhaseRow } from '@/components/projects/use-phase-row';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Option, Select } from '@/components/ui/select';
import type { FormAction } from '@/lib/forms/form-state';
import { versionField } from '@/lib/forms/marks';

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  version: string;
  shown: PhaseValues;
  statuses: readonly Option[];
  /** The planned dates that the plan has, whose change needs a reason, and the reasons to choose from. */
  planned: readonly ('plannedStartOn' | 'plannedEndOn')[];
  reasons: readonly Option[];
  /** Whether Enter goes on to the row of a new phase. */
  last: boolean;
  /** Below the name: badges. */
  badges: ReactNode;
  /** Below the further fields: a link to the page of the phase. */
  link: ReactNode;
};

/** The id of the name of a new phase, where Enter in the last row goes. */
export const newPhaseId = 'new-phase';

/** A phase in the grid: one form, which saves itself. Without JavaScript it has a button. */
export function PhaseForm({ action, hidden, version, shown, statuses, planned, reasons, last, badges, link }: Props) {
  const t = useTranslations('phases.grid');
  const common = useTranslations('common.form');
  const statusId = useId();
  const reasonId = useId();
  const onEnter = last ? () => document.getElementById(newPhaseId)?.focus() : undefined;
  const doneMessage = t('saved', { name: shown.name });
  const { state, pending, values, dirty, set, handlers } = usePhaseRow({ action, shown, doneMessage, onEnter });
  const failed = state.status === 'failed' ? state : null;
  const cell = (field: PhaseField, more: Partial<ComponentProps<typeof PhaseCell>> = {}) => (
    <PhaseCell
      name={field}
      label={t(field)}
      of={shown.name}
      value={values[field]}
      error={failed?.fields[field]}
      onChange={(value) => set(field, value)}
      {...more}
    />
  );
  const wrongBelow = (['status', 'actualStartOn', 'actualEndOn', 'weight', 'key'] as const).some(
    (field) => failed?.fields[field],
  );
  const moves = planned.some((date) => values[date] !== shown[date]) || failed?.fields.reason !== undefined;
  const { ref, ...rest } = handlers;
  return (
    <form ref={ref} {...rest} noValidate className={clsx(phaseColumns, 'relative min-w-0 flex-1 max-xl:w-full')}>
      <OwnerField />
      <VersionField state={state} shown={version} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {cell('name', { className: 'max-sm:col-span-8', below: badges })}
      {cell('percent', { className: 'max-sm:col-span-4', inputMode: 'numeric', unit: '%' })}
      {cell('plannedStartOn', { className: 'max-sm:col-span-6', type: 'date' })}
      {cell('plannedEndOn', { className: 'max-sm:col-span-6', type: 'date' })}
      {moves && (
        <div className="col-span-full grid gap-3 rounded-card bg-sunken p-3 sm:grid-cols-2 xl:mt-2">
          <div className="min-w-0">
            <label htmlFor={reasonId} className="mb-1 block text-sm text-ink-soft">
              {t('reason')}
              <span className="sr-only">: {shown.name}</span>
            </label>
            <Select
              id={reasonId}
              name="reason"
              value={values.reason}
              placeholder={t('reasonChoose')}
              onChange={(event) => set('reason', event.target.value)}
              options={reasons}
              {...describe(reasonId, null, failed?.fields.reason)}
            />
            <FieldError id={reasonId} error={failed?.fields.reason} />
          </div>
          {cell('reasonNote', { labelled: true })}
        </div>
      )}
      <div className="col-span-full min-h-11 xl:min-h-0">
        {failed?.message && (
          <div role="alert" className="mb-2 flex flex-wrap items-center gap-3 text-sm font-medium text-bad">
            <p className="min-w-0">{failed.message}</p>
            {failed.newer && (
              <Button type="submit" size="small" name={versionField} value={failed.newer}>
                {common('saveAnyway')}
              </Button>
            )}
          </div>
        )}
        <div
          className={clsx(
            'absolute end-24 z-10 bg-paper xl:end-0 xl:top-1 noscript:block noscript:xl:static',
            !dirty && !pending && 'hidden',
          )}
        >
          <Button type="submit" look="secondary" size="small" aria-disabled={pending || undefined}>
            {pending && <Icon name="loader-circle" className="animate-spin" />}
            {t('save')}
          </Button>
        </div>
        <details open={wrongBelow || undefined}>
          <summary
            className={clsx(
              'inline-flex min-h-11 cursor-pointer items-center rounded-field px-1 text-sm text-ink-soft hover:text-ink xl:absolute xl:end-0 xl:top-1 xl:min-h-9 xl:px-3',
              dirty && 'xl:invisible', // the button is in its place
            )}
          >
            {t('more')}
            <span className="sr-only">: {shown.name}</span>
          </summary>
          <div className="grid grid-cols-2 gap-3 pt-1 pb-12 sm:grid-cols-5 xl:pt-2 xl:pb-4">
            <div className="min-w-0 max-sm:col-span-2">
              <label htmlFor={statusId} className="mb-1 block text-sm text-ink-soft">
                {t('status')}
              </label>
              <Select
                id={statusId}
                name="status"
                value={values.status}
                onChange={(event) => set('status', event.target.value)}
                options={statuses}
              />
            </div>
            {cell('actualStartOn', { type: 'date', labelled: true })}
            {cell('actualEndOn', { type: 'date', labelled: true })}
            {cell('weight', { inputMode: 'numeric', labelled: true })}
            {cell('key', { labelled: true })}
            <div className="col-span-full text-sm">{link}</div>
          </div>
        </details>
      </div>
    </form>
  );
}
