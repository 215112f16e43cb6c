'use client';

import type { ReactNode } from 'react';
import { describe, FieldError } from '@/components/forms/field';
import { FieldGroup } from '@/components/forms/field-group';
import { useField } from '@/components/forms/form-context';
import { Checkbox } from '@/components/ui/checkbox';

type Choice = { value: string; label: ReactNode; hint?: ReactNode };
type Props = {
  name: string;
  title: ReactNode;
  lead?: ReactNode;
  choices: readonly Choice[];
  chosen?: readonly string[];
};

/** Checkboxes of one name, of which several may be ticked, with one message. Each ticked one sends its value. */
export function ChoicesField({ name, title, lead, choices, chosen = [] }: Props) {
  const field = useField(name);
  const { 'aria-describedby': described } = describe(field.id, lead, field.error);
  return (
    <FieldGroup title={title} lead={lead} leadId={`${field.id}-hint`} aria-describedby={described}>
      <div>
        {choices.map(({ value, label, hint }, index) => {
          // The first one is where the summary of messages leads.
          const id = index === 0 ? field.id : `${field.id}-${value}`;
          return (
            <div key={value}>
              <label htmlFor={id} className="flex min-h-11 items-center gap-3">
                <Checkbox
                  key={field.key}
                  id={id}
                  name={name}
                  value={value}
                  defaultChecked={field.checked(value, chosen.includes(value))}
                  aria-describedby={hint ? `${id}-note` : undefined}
                />
                <span className="text-[0.9375rem] font-medium">{label}</span>
              </label>
              {hint && (
                <p id={`${id}-note`} className="ms-8 max-w-prose text-sm text-ink-soft">
                  {hint}
                </p>
              )}
            </div>
          );
        })}
        <FieldError id={field.id} error={field.error} />
      </div>
    </FieldGroup>
  );
}
