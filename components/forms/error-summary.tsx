'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';
import type { FormState } from '@/lib/forms/form-state';
import { versionField } from '@/lib/forms/marks';

type Props = { state: Extract<FormState, { status: 'failed' }>; formId: string };

/** Lists all error messages of a form, offers what helps against them, and takes the focus. */
export function ErrorSummary({ state, formId }: Props) {
  const t = useTranslations('common.form');
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const fields = Object.entries(state.fields);

  // Labels are read from the DOM, because the form state holds only field names.
  useEffect(() => {
    setLabels(Object.fromEntries(Object.keys(state.fields).map((name) => [name, labelOf(`${formId}-${name}`)])));
    box.current?.focus();
  }, [state, formId]);

  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-card bg-bad-soft px-5 py-4 focus-visible:outline-bad">
      <p className="font-medium text-bad">{state.message ?? t('check', { count: fields.length })}</p>
      {fields.length > 0 && (
        <ul className="mt-1.5 space-y-1 text-[0.9375rem]">
          {fields.map(([name, message]) => (
            <li key={name}>
              <a
                href={`#${formId}-${name}`}
                className="text-ink underline decoration-bad/50 underline-offset-4 hover:decoration-bad"
              >
                {labels[name] ? `${labels[name]}: ` : ''}
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
      {state.newer && (
        <div className="mt-3 space-y-3">
          <p>{t('saveAnywayHint')}</p>
          <SubmitButton look="secondary" size="small" name={versionField} value={state.newer}>
            {t('saveAnyway')}
          </SubmitButton>
        </div>
      )}
      {state.outdated && (
        <div className="mt-3">
          <Button look="secondary" size="small" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </div>
      )}
    </div>
  );
}

function labelOf(id: string): string {
  const control = document.getElementById(id);
  const labels = control && 'labels' in control ? (control.labels as NodeListOf<HTMLLabelElement> | null) : null;
  return labels?.[0]?.firstChild?.textContent ?? '';
}
