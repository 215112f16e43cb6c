'use client';

import { type ReactNode, useState } from 'react';
import { FieldError } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';

type Props = { texts: { title: string; all: string; lines: string }; children: ReactNode };

/**
 * Whether all of an invoice is credited, or lines of it, whose fields are shown then, by the style sheet alone. With a script what
 * is hidden is not sent, so that a mistake in it keeps nobody from crediting all.
 */
export function CreditScope({ texts, children }: Props) {
  const scope = useField('scope');
  const lines = useField('lines');
  const isPart = scope.checked('lines', false);
  const [chosen, setChosen] = useState<'all' | 'lines' | null>(null);
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
            onChange={() => setChosen(value)}
            className="size-4.5 accent-accent"
          />
          <span className="text-[0.9375rem] font-medium">{texts[value]}</span>
        </label>
      ))}
      <FieldError id={lines.id} error={lines.error} />
      <fieldset
        id={lines.id}
        disabled={chosen === 'all'}
        className="mt-4 hidden min-w-0 group-has-[input[value=lines]:checked]/scope:block"
      >
        {children}
      </fieldset>
    </fieldset>
  );
}
