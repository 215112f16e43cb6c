'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { OwnerField } from '@/components/forms/form-owner';
import { PhaseCell } from '@/components/projects/phase-cell';
import { phaseColumns } from '@/components/projects/phase-columns';
import { newPhaseId } from '@/components/projects/phase-form';
import { type NewPhaseField, useNewPhase } from '@/components/projects/use-new-phase';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  action: FormAction;
  projectId: string;
  /** The day after the last planned end; null without one. */
  startsOn: Day | null;
};

/**
 * The last row of the grid, for a new phase. Enter adds it and begins the next one in the field of the name, also while the one
 * before is being added; leaving the row adds it too. Its start is the day after the last planned end unless another one is typed.
 */
export function NewPhaseForm({ action, projectId, startsOn }: Props) {
  const t = useTranslations('phases.grid');
  const { form, send, submit, leave, set, pending, values, failed } = useNewPhase({
    action,
    startsOn: startsOn ?? '',
    doneMessage: t('added'),
  });
  const cell = (name: NewPhaseField, className: string, more: { type?: 'date'; id?: string; placeholder?: string }) => (
    <PhaseCell
      name={name}
      label={t(name)}
      of={t('newPhase')}
      value={values[name]}
      error={failed?.fields[name]}
      onChange={(text) => set(name, text)}
      className={className}
      {...more}
    />
  );
  return (
    <form
      ref={form}
      action={send}
      aria-label={t('newPhase')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
        document.getElementById(newPhaseId)?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        const leaves = !currentTarget.contains(relatedTarget) && document.hasFocus();
        if (leaves) leave();
      }}
      noValidate
      className={clsx(phaseColumns, 'py-4 xl:py-2.5')}
    >
      <OwnerField />
      <input type="hidden" name="id" value={projectId} />
      {cell('name', 'max-sm:col-span-12 sm:col-span-2', { id: newPhaseId, placeholder: t('namePlaceholder') })}
      {cell('plannedStartOn', 'max-sm:col-span-6', { type: 'date' })}
      {cell('plannedEndOn', 'max-sm:col-span-6', { type: 'date' })}
      <div className="max-xl:col-span-full">
        <Button
          type="submit"
          look="secondary"
          aria-busy={pending || undefined}
          className="w-full px-2 sm:max-xl:w-auto sm:max-xl:px-5"
        >
          {pending && <Icon name="loader-circle" className="animate-spin" />}
          {t('add')}
        </Button>
      </div>
      {failed?.message && (
        <p role="alert" className="col-span-full text-sm font-medium text-bad">
          {failed.message}
        </p>
      )}
    </form>
  );
}
