'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { FieldError } from '@/components/forms/field';
import { FormContext, useField } from '@/components/forms/form-context';
import { type DraftForm, DraftLine } from '@/components/invoices/draft-line';
import { type DraftRow, emptyRow, isEmptyRow, rowsOf } from '@/components/invoices/draft-row';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

// The calculation is loaded with the first touch of the form, so that a form that is only read goes without it.
const figures = () => import('@/components/invoices/draft-totals');
const DraftAmount = lazy(() => figures().then((file) => ({ default: file.DraftAmount })));
const DraftTotals = lazy(() => figures().then((file) => ({ default: file.DraftTotals })));

/** Empty rows below the lines where no script can add any. */
const spare = 4;

type Props = {
  rows: DraftRow[];
  /** The rate of a new line. */
  taxRate: string;
  currency: string;
  pricesIncludeTax: boolean;
  discount: { discountPercent: string; discountAmount: string };
  /** The number of lines that an invoice has at most. */
  mostLines: number;
  /** Whether a field of the form had the focus: from then on the totals are shown. */
  isTouched: boolean;
};

/** The lines of a draft, which can be added, moved and removed, with the totals so far. A few empty rows without a script. */
export function DraftLines({ rows, taxRate, currency, mostLines, isTouched, ...pricing }: Props) {
  const t = useTranslations('invoices.form');
  const { state, answers } = useContext(FormContext);
  const all = useField('lines');
  const sent = state.status === 'failed' ? rowsOf(state.values) : null;
  const [isAwake, setAwake] = useState(false);
  const form = useForm<DraftForm>({ defaultValues: { lines: typedRows(sent ?? rows, taxRate) } });
  const { control, register, reset } = form;
  const { fields, append, move, remove } = useFieldArray({ control, name: 'lines', keyName: 'key' });
  useEffect(() => setAwake(true), []);

  // React resets the fields after an answer; the typed rows take their places again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer.
  useEffect(() => {
    if (answers > 0 && sent) reset({ lines: typedRows(sent, taxRate) });
  }, [answers]);

  // A new line takes the focus once it is there; the field array's own focus may come after the next key.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null || wanted.current >= fields.length) return;
    form.setFocus(`lines.${wanted.current}.description`);
    wanted.current = null;
  }, [fields.length, form]);

  const add = () => {
    wanted.current = fields.length;
    append(emptyRow(taxRate), { shouldFocus: false });
  };
  const next = (at: number) => {
    if (at + 1 < fields.length) form.setFocus(`lines.${at + 1}.description`);
    else if (fields.length < mostLines) add();
  };
  return (
    <fieldset className="min-w-0">
      <legend className="font-serif text-section">{t('lines')}</legend>
      <p className="mt-1 text-sm text-ink-soft">{t('linesHint')}</p>
      <ol id={all.id} className="mt-2 divide-y divide-line/70 border-y border-line">
        {fields.map(({ key, ...row }, at) => (
          <DraftLine
            key={key}
            {...{ at, row }}
            count={fields.length}
            form={{ register }}
            {...(isTouched && {
              amount: (
                <Suspense fallback="–">
                  <DraftAmount {...{ at, control, currency }} />
                </Suspense>
              ),
            })}
            {...(isAwake && { onMove: (to) => move(at, to), onRemove: () => remove(at), onEnter: () => next(at) })}
          />
        ))}
        {!isAwake &&
          Array.from({ length: spare }, (_, extra) => (
            <DraftLine
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity.
              key={extra}
              at={fields.length + extra}
              count={0}
              row={emptyRow(taxRate)}
              form={null}
            />
          ))}
      </ol>
      <FieldError id={all.id} error={all.error} />
      <div className="mt-5 flex flex-wrap items-start justify-between gap-6">
        <Button onClick={add} disabled={fields.length >= mostLines} className="hidden scripted:inline-flex">
          <Icon name="plus" />
          {t('addLine')}
        </Button>
        <div className="hidden min-w-0 flex-1 basis-72 scripted:block">
          {isTouched && (
            <Suspense>
              <DraftTotals control={control} currency={currency} {...pricing} />
            </Suspense>
          )}
        </div>
      </div>
    </fieldset>
  );
}

/** At least one row; empty rows at the end are left out. */
function typedRows(rows: DraftRow[], taxRate: string): DraftRow[] {
  const typed = rows.slice(0, rows.findLastIndex((row) => !isEmptyRow(row)) + 1);
  return typed.length > 0 ? typed : [emptyRow(taxRate)];
}
