'use client';

import { clsx } from 'clsx';
import { describe, FieldError } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Input } from '@/components/ui/input';

type Props = {
  name: string;
  /** Seen on a phone; on wider screens the head of the column stands for it, and the label is for screen readers. */
  label: string;
  defaultValue?: string | null;
  inputMode?: 'numeric' | 'decimal';
  type?: 'date';
  maxLength?: number;
  /** Whether the label is seen on wider screens too, where no head of a column stands for it. */
  shown?: boolean;
  className?: string;
};

/** A text field in a row of a form, such as one of the phases of a template. */
export function CellField({ name, label, defaultValue, shown = false, className, ...rest }: Props) {
  const field = useField(name, defaultValue);
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={field.id} className={clsx('mb-1 block text-sm text-ink-soft', !shown && 'sm:sr-only')}>
        {label}
      </label>
      <Input
        key={field.key}
        id={field.id}
        name={name}
        defaultValue={field.value}
        autoComplete="off"
        {...describe(field.id, null, field.error)}
        {...rest}
      />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
