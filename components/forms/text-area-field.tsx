'use client';

import { Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useControl } from '@/components/forms/use-control';
import { Textarea } from '@/components/ui/textarea';

type Props = FieldProps &
  Watched<'textarea'> & { rows?: number; maxLength?: number; placeholder?: string; defaultValue?: string | null };

export function TextAreaField({ name, label, hint, required, error, className, defaultValue, ...rest }: Props) {
  const { frame, key, control } = useControl({ name, label, hint, required, error, className, defaultValue });
  return (
    <Field {...frame}>
      <Textarea key={key} {...control} {...rest} />
    </Field>
  );
}
