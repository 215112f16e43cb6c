'use client';

import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';
import { describe, FieldError } from '@/components/forms/field';
import { Input } from '@/components/ui/input';

type Props = {
  name: string;
  label: string;
  /** Whose field it is, for screen readers: the name of the phase. */
  of?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Whether the label is seen on wide screens too, where else the head of the column stands for it. */
  labelled?: boolean;
  type?: 'date';
  inputMode?: 'numeric';
  unit?: string;
  id?: string;
  placeholder?: string;
  below?: ReactNode;
  className?: string;
};

/** A field of the grid of phases. */
export function PhaseCell({ name, label, of, onChange, error, labelled, unit, id, below, className, ...rest }: Props) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={fieldId} className={clsx('mb-1 block truncate text-sm text-ink-soft', !labelled && 'sm:sr-only')}>
        {label}
        {of && <span className="sr-only">: {of}</span>}
      </label>
      <span className="relative block">
        <Input
          id={fieldId}
          name={name}
          autoComplete="off"
          maxLength={name === 'name' ? 200 : name === 'reasonNote' ? 500 : undefined}
          onChange={(event) => onChange(event.target.value)}
          className={clsx(unit && 'numerals pe-8 text-end')}
          {...describe(fieldId, null, error)}
          {...rest}
        />
        {unit && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-faint"
          >
            {unit}
          </span>
        )}
      </span>
      <FieldError id={fieldId} error={error} />
      {below}
    </div>
  );
}
