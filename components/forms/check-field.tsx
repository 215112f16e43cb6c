'use client';

import { clsx } from 'clsx';
import { describe, FieldError, type FieldProps, type Watched } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Checkbox, Switch } from '@/components/ui/checkbox';

type Props = Omit<FieldProps, 'required'> &
  Watched<'input'> & { defaultChecked?: boolean; as?: 'checkbox' | 'switch'; value?: string };

/** A checkbox field. Sends `value` (default "on") when ticked and nothing otherwise, as HTML does. */
export function CheckField({
  name,
  label,
  hint,
  className,
  defaultChecked = false,
  as = 'checkbox',
  value = 'on',
  error,
  ...rest
}: Props) {
  const field = useField(name, null, error);
  const Box = as === 'switch' ? Switch : Checkbox;
  return (
    <div className={className}>
      <label
        htmlFor={field.id}
        className={clsx('flex min-h-11 items-center gap-3', as === 'switch' && 'justify-between')}
      >
        <Box
          key={field.key}
          id={field.id}
          name={name}
          value={value}
          defaultChecked={field.checked(value, defaultChecked)}
          className={as === 'switch' ? 'order-last' : ''}
          {...describe(field.id, hint, field.error)}
          {...rest}
        />
        <span className="text-[0.9375rem] font-medium">{label}</span>
      </label>
      {hint && (
        <p
          id={`${field.id}-hint`}
          className={clsx('max-w-prose text-sm text-ink-soft', as === 'checkbox' ? 'ms-8' : 'me-14')}
        >
          {hint}
        </p>
      )}
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
