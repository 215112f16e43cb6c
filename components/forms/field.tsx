'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';

export type FieldProps = {
  name: string;
  label: ReactNode;
  /** Below the label, before one types: what is expected, and why. */
  hint?: ReactNode;
  required?: boolean;
  /** A message that the browser found. It stands before the one that the action answered with. */
  error?: string | undefined;
  className?: string;
};

/** What a library that watches a form lays on its controls (react-hook-form's `register`); a plain form needs none of it. */
export type Watched<Control extends 'input' | 'select' | 'textarea'> = Pick<
  ComponentProps<Control>,
  'ref' | 'onChange' | 'onBlur' | 'disabled'
>;

type Props = Omit<FieldProps, 'name' | 'error'> & { id: string; error: string | undefined; children: ReactNode };

/** The frame of a field: label, hint, control, message. Optional fields say so; required ones need no star. */
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

/** The message under a control, tied to it by `describedBy`. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-1.5 text-sm font-medium text-bad">
      {error}
    </p>
  );
}

/** The attributes that tie a control to its hint and its message. */
export function describe(id: string, hint: unknown, error: string | undefined) {
  const parts = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}
