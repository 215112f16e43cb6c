'use client';

import type { ReactNode } from 'react';
import { FieldError } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';

type Props = { texts: { title: string; all: string; lines: string }; children: ReactNode };

/** Whether all of an invoice is credited, or lines of it, whose fields are shown then. Works by the style sheet alone. */
export function CreditScope({ texts, children }: Props) {
  const scope = useField('scope');
  const lines = useField('lines');
  const isPart = scope.checked('lines', false);
  return (
    <fieldset className="group/scope min-w-0 pt-4">
      <legend className="font-serif text-section">{texts.title}</legend>
      {(['all', 'lines'] as const).map((value) => (
        <label key={`${scope.key} ${value}`} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name="scope"
            value={value}
            defaultChecked={(value === 'lines') === isPart}
            className="size-4.5 accent-accent"
          />
          <span className="text-[0.9375rem] font-medium">{texts[value]}</span>
        </label>
      ))}
      <FieldError id={lines.id} error={lines.error} />
      <div id={lines.id} className="mt-4 hidden group-has-[input[value=lines]:checked]/scope:block">
        {children}
      </div>
    </fieldset>
  );
}
