'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CheckField } from '@/components/forms/check-field';
import { useField } from '@/components/forms/form-context';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { DraftLines } from '@/components/invoices/draft-lines';
import type { DraftRow } from '@/components/invoices/draft-row';

/** A draft as its form shows it, every number as the reader's language writes it. */
export type DraftValues = {
  currency: string;
  projectId: string | null;
  dueOn: string | null;
  notes: string | null;
  exemptionReason: string | null;
  pricesIncludeTax: boolean;
  discountPercent: string;
  discountAmount: string;
  rows: DraftRow[];
};

type Props = { draft: DraftValues; taxRate: string; projects: { id: string; name: string }[]; mostLines: number };

/** The fields of a draft. */
export function DraftFields({ draft, taxRate, projects, mostLines }: Props) {
  const t = useTranslations('invoices.form');
  const typed = {
    percent: useField('discountPercent', draft.discountPercent).value ?? '',
    amount: useField('discountAmount', draft.discountAmount).value ?? '',
    gross: useField('pricesIncludeTax').checked('true', draft.pricesIncludeTax),
  };
  const [pricesIncludeTax, setGross] = useState(typed.gross);
  const [discountPercent, setPercent] = useState(typed.percent);
  const [discountAmount, setAmount] = useState(typed.amount);
  const [isTouched, setTouched] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const touch = () => setTouched(true);
    const fields = around.current;
    fields?.addEventListener('focusin', touch, { once: true });
    return () => fields?.removeEventListener('focusin', touch);
  }, []);
  return (
    <div ref={around} className="space-y-6">
      <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
        {projects.length > 0 && (
          <SelectField
            name="projectId"
            label={t('project')}
            placeholder={t('noProject')}
            defaultValue={draft.projectId}
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField name="dueOn" label={t('dueOn')} type="date" defaultValue={draft.dueOn} />
      </div>
      <input type="hidden" name="pricesIncludeTax" value="false" />
      <CheckField
        name="pricesIncludeTax"
        value="true"
        label={t('gross')}
        defaultChecked={draft.pricesIncludeTax}
        onChange={(event) => setGross(event.target.checked)}
      />
      <DraftLines
        rows={draft.rows}
        currency={draft.currency}
        {...{ taxRate, pricesIncludeTax, mostLines, isTouched }}
        discount={{ discountPercent, discountAmount }}
      />
      <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
        <TextField
          name="discountPercent"
          label={t('discountPercent')}
          inputMode="decimal"
          defaultValue={draft.discountPercent}
          onChange={(event) => setPercent(event.target.value)}
        />
        <TextField
          name="discountAmount"
          label={t('discountAmount', { currency: draft.currency })}
          inputMode="decimal"
          defaultValue={draft.discountAmount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </div>
      <div className="max-w-3xl space-y-6">
        <TextAreaField name="notes" label={t('notes')} hint={t('notesHint')} rows={3} defaultValue={draft.notes} />
        <TextField
          name="exemptionReason"
          label={t('exemption')}
          hint={t('exemptionHint')}
          maxLength={500}
          defaultValue={draft.exemptionReason}
        />
      </div>
    </div>
  );
}
