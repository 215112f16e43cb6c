'use client';

import { describe, Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Textarea } from '@/components/ui/textarea';

type Props = FieldProps &
  Watched<'textarea'> & { rows?: number; maxLength?: number; placeholder?: string; defaultValue?: string | null };

export function TextAreaField({ name, label, hint, required, error, className, defaultValue, ...rest }: Props) {
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
      <Textarea
        key={field.key}
        id={field.id}
        name={name}
        required={required}
        defaultValue={field.value}
        {...describe(field.id, hint, field.error)}
        {...rest}
      />
    </Field>
  );
}
