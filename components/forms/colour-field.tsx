'use client';

import { useState } from 'react';
import { describe, Field, type FieldProps } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Input } from '@/components/ui/input';
import { defaultAccent, isColour } from '@/lib/accent';

type Props = FieldProps & { defaultValue?: string | null; pickerLabel: string };

/** A colour as `#rrggbb`, typed or picked; the text input and the picker stay in sync. */
export function ColourField({ name, label, hint, required, className, defaultValue, pickerLabel }: Props) {
  const field = useField(name, defaultValue);
  const [colour, setColour] = useState(field.value ?? defaultAccent);
  return (
    <Field
      id={field.id}
      label={label}
      hint={hint}
      required={required ?? false}
      error={field.error}
      {...(className && { className })}
    >
      <div className="flex items-center gap-3">
        <input
          type="color"
          aria-label={pickerLabel}
          value={isColour(colour) && colour.length === 7 ? colour : defaultAccent}
          onChange={(event) => setColour(event.target.value)}
          className="size-11 shrink-0 cursor-pointer appearance-none overflow-hidden rounded-field bg-transparent ring-1 ring-inset ring-line-strong [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0 [&::-webkit-color-swatch]:border-0"
        />
        <Input
          id={field.id}
          name={name}
          value={colour}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setColour(event.target.value)}
          className="numerals max-w-36"
          {...describe(field.id, hint, field.error)}
        />
      </div>
    </Field>
  );
}
