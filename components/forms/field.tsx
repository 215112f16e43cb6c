'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';

export type FieldProps = {
  name: string;
  label: ReactNode;
  /** Shown below the label: the expected input, and the reason. */
  hint?: ReactNode;
  required?: boolean;
  /** A client-side message. Takes precedence over the action's message. */
  error?: string | undefined;
  className?: string;
};

/** Props that react-hook-form's `register` sets on a control; a plain form needs none of them. */
export type Watched<Control extends 'input' | 'select' | 'textarea'> = Pick<
  ComponentProps<Control>,
  'ref' | 'onChange' | 'onBlur' | 'disabled'
>;

type Props = Omit<FieldProps, 'name' | 'error'> & { id: string; error: string | undefined; children: ReactNode };

/** The frame of a field: label, hint, control and message. Optional fields are marked; required ones are not. */
export function Field({ id, label, hint, required, error, children, className }: Props) {
  const t = useTranslations('common.form');
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {label}
        {!required && <span className="ms-2 text-sm font-normal text-ink-faint">{t('optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-2 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** The message of a control, linked to it by `describedBy`. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-1.5 text-sm font-medium text-bad">
      {error}
    </p>
  );
}

/** Returns the ARIA attributes that link a control to its hint and its message. */
export function describe(id: string, hint: unknown, error: string | undefined) {
  const parts = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}
