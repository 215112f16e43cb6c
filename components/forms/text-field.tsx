'use client';

import type { ComponentProps } from 'react';
import { describe, Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Input } from '@/components/ui/input';

type Props = FieldProps &
  Watched<'input'> &
  Pick<
    ComponentProps<'input'>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'step' | 'placeholder' | 'readOnly' | 'autoFocus'
  > & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'datetime-local' | 'time';
    defaultValue?: string | null;
  };

const addressKeys = { inputMode: 'email', autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const;

/**
 * A single-line field: text, e-mail, calendar date (`type="date"` uses YYYY-MM-DD). A number is a text with `inputMode`: browsers
 * read `type="number"` in their own language instead of the page's. An e-mail address is typed into a text field, because
 * browsers refuse letters outside ASCII before the @ in one of their own type.
 */
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
        type={type === 'email' ? 'text' : type}
        {...(type === 'email' && addressKeys)}
        required={required}
        defaultValue={field.value}
        {...describe(field.id, hint, field.error)}
        {...rest}
      />
    </Field>
  );
}
