'use client';

import type { ComponentProps } from 'react';
import { describe, Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Input } from '@/components/ui/input';

type Props = FieldProps &
  Watched<'input'> &
  Pick<
    ComponentProps<'input'>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'step' | 'placeholder' | 'readOnly' | 'autoFocus'
  > & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'date';
    defaultValue?: string | null;
  };

/** A single-line field: text, e-mail, number, calendar date (`type="date"` uses YYYY-MM-DD). */
export function TextField({
  name,
  label,
  hint,
  required,
  error,
  className,
  type = 'text',
  defaultValue,
  ...rest
}: Props) {
  const field = useField(name, defaultValue, error);
  return (
    <Field
      id={field.id}
      label={label}
      hint={hint}
      required={required ?? false}
      error={field.error}
      {...(className && { className })}
    >
      <Input
        key={field.key}
        id={field.id}
        name={name}
        type={type}
        required={required}
        defaultValue={field.value}
        {...describe(field.id, hint, field.error)}
        {...rest}
      />
    </Field>
  );
}
