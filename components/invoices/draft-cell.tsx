'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { describe, FieldError } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

type Common = {
  name: string;
  label: string;
  /** For screen readers: label and number of the line. */
  of: string;
  className?: string;
};

/** A number of a line, with its label above it. */
export function DraftCell({ name, label, of, className, ...rest }: Common & ComponentProps<'input'>) {
  const field = useField(name);
  return (
    <Labelled field={field} label={label} of={of} className={className}>
      <Input
        id={field.id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        className="numerals text-end"
        {...describe(field.id, null, field.error)}
        {...rest}
      />
    </Labelled>
  );
}

/** What a line is for. */
export function DraftText({ name, label, of, className, ...rest }: Common & ComponentProps<'textarea'>) {
  const field = useField(name);
  return (
    <Labelled field={field} label={label} of={of} className={className}>
      <Textarea
        id={field.id}
        name={name}
        rows={1}
        maxLength={10_000}
        className="min-h-11!"
        {...describe(field.id, null, field.error)}
        {...rest}
      />
    </Labelled>
  );
}

type LabelledProps = Pick<Common, 'label' | 'of'> & {
  field: ReturnType<typeof useField>;
  className: string | undefined;
  children: ReactNode;
};

function Labelled({ field, label, of, className, children }: LabelledProps) {
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={field.id} className="mb-1 block text-sm text-ink-soft">
        <span aria-hidden="true">{label}</span>
        <span className="sr-only">{of}</span>
      </label>
      {children}
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
