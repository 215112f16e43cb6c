'use client';

import { describe, Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { type Option, type OptionGroup, Select } from '@/components/ui/select';

type Props = FieldProps &
  Watched<'select'> & {
    options: readonly (Option | OptionGroup)[];
    placeholder?: string;
    defaultValue?: string | null;
    autoComplete?: string;
  };

/** A select field. With `placeholder` nothing is selected at first, and the empty string is sent. */
export function SelectField({ name, label, hint, required, error, className, defaultValue, ...rest }: Props) {
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
      <Select
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
