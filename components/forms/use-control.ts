'use client';

import type { ReactNode } from 'react';
import { describe } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';

type Props = {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  required: boolean | undefined;
  error: string | undefined;
  className: string | undefined;
  defaultValue: string | null | undefined;
};

/**
 * What a field of one control gives to its parts: `frame` to its `Field`, `control` and `key` to the control, whose value is what was
 * typed before a refusal.
 */
export function useControl({ name, label, hint, required, error, className, defaultValue }: Props) {
  const field = useField(name, defaultValue, error);
  return {
    frame: {
      ...{ id: field.id, label, hint, required: required ?? false, error: field.error },
      ...(className && { className }),
    },
    key: field.key,
    control: {
      ...{ id: field.id, name, required, defaultValue: field.value },
      ...describe(field.id, hint, field.error),
    },
  };
}
