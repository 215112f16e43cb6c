'use client';

import type { ComponentProps } from 'react';
import { Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useControl } from '@/components/forms/use-control';
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
  const { frame, key, control } = useControl({ name, label, hint, required, error, className, defaultValue });
  return (
    <Field {...frame}>
      <Input
        key={key}
        {...control}
        type={type === 'email' ? 'text' : type}
        {...(type === 'email' && addressKeys)}
        {...rest}
      />
    </Field>
  );
}
