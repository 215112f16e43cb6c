'use client';

import { Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useControl } from '@/components/forms/use-control';
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
  const { frame, key, control } = useControl({ name, label, hint, required, error, className, defaultValue });
  return (
    <Field {...frame}>
      <Select key={key} {...control} {...rest} />
    </Field>
  );
}
