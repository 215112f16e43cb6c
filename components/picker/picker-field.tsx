'use client';

import { useContext, useState } from 'react';
import { describe, Field, type FieldProps } from '@/components/forms/field';
import { FormContext, useField } from '@/components/forms/form-context';
import { Picker } from '@/components/picker/picker';
import type { Choices } from '@/lib/choices';

export type PickerFieldProps = FieldProps & {
  choices: Choices;
  placeholder: string;
  defaultValue?: string | null;
  onChoose?: (id: string) => void;
};

/** A field of a form that chooses a client or a project. `ChoiceField` is the same for components of the server. */
export function PickerField({ name, label, hint, required, error, className, ...rest }: PickerFieldProps) {
  const { choices, placeholder, defaultValue, onChoose } = rest;
  const field = useField(name, defaultValue, error);
  const { state, answers } = useContext(FormContext);
  const [done, setDone] = useState(0);
  if (state.status === 'done' && done !== answers) setDone(answers);
  return (
    <Field
      id={field.id}
      label={label}
      hint={hint}
      required={required ?? false}
      error={field.error}
      {...(className && { className })}
    >
      <Picker
        // A search keeps what was typed and chosen through a refusal; React resets a select, which is therefore made anew.
        key={choices.more ? done : field.key}
        id={field.id}
        name={name}
        {...{ choices, placeholder, required, onChoose }}
        value={field.value}
        {...describe(field.id, hint, field.error)}
      />
    </Field>
  );
}
