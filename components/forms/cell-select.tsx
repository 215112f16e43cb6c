'use client';

import { clsx } from 'clsx';
import { describe, FieldError } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { type Option, Select } from '@/components/ui/select';

type Props = {
  name: string;
  /** Seen on a phone; on wider screens the head of the column stands for it, and the label is for screen readers. */
  label: string;
  options: readonly Option[];
  placeholder: string;
  defaultValue?: string | null;
  className?: string;
};

/** A select in a row of a form. */
export function CellSelect({ name, label, defaultValue, className, ...rest }: Props) {
  const field = useField(name, defaultValue);
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={field.id} className="mb-1 block text-sm text-ink-soft sm:sr-only">
        {label}
      </label>
      <Select
        key={field.key}
        id={field.id}
        name={name}
        defaultValue={field.value}
        {...describe(field.id, null, field.error)}
        {...rest}
      />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
