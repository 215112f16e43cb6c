'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { UseFormRegister } from 'react-hook-form';
import { DraftCell, DraftText } from '@/components/invoices/draft-cell';
import type { DraftRow } from '@/components/invoices/draft-row';
import { Icon } from '@/components/ui/icon';

export type DraftForm = { lines: DraftRow[] };

type Props = {
  at: number;
  count: number;
  row: DraftRow;
  /** The amount so far; absent before the form is touched. */
  amount?: ReactNode;
  /** Null in rows that stand in until the script runs. */
  form: { register: UseFormRegister<DraftForm> } | null;
  onMove?: (to: number) => void;
  onRemove?: () => void;
  /** Enter goes on to the next line. */
  onEnter?: () => void;
};

/** The fields of a line: what for, quantity, price, tax, discount; its amount; and buttons to move and remove it. */
export function DraftLine({ at, count, row, amount, form, onMove, onRemove, onEnter }: Props) {
  const t = useTranslations('invoices.form');
  const number = at + 1;
  const labels = {
    description: t('line.description'),
    quantity: t('line.quantity'),
    unitPrice: t('line.unitPrice'),
    taxRate: t('line.taxRate'),
    discountPercent: t('line.discountPercent'),
    discountAmount: t('line.discountAmount'),
  };
  const field = (key: keyof typeof labels) => {
    const name = `lines.${at}.${key}` as const;
    const label = labels[key];
    const common = { label, of: t('ofLine', { label, number }), defaultValue: row[key] };
    return form ? { ...common, ...form.register(name) } : { ...common, name };
  };
  const isDiscountAmount = row.discountAmount !== '';
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || !isField || !onEnter) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <li
      className={clsx(
        'grid grid-cols-2 gap-3 py-4 sm:grid-cols-[repeat(4,minmax(0,1fr))_minmax(6rem,auto)]',
        !form && 'scripted:hidden',
      )}
      onKeyDown={onKeyDown}
    >
      {row.id && <input type="hidden" name={`lines.${at}.id`} value={row.id} />}
      {row.timeEntryIds.map((id) => (
        <input key={id} type="hidden" name={`lines.${at}.timeEntryIds`} value={id} />
      ))}
      <DraftText {...field('description')} className="col-span-full" />
      <DraftCell {...field('quantity')} placeholder="1" />
      <DraftCell {...field('unitPrice')} />
      <DraftCell {...field('taxRate')} />
      <DraftCell {...field(isDiscountAmount ? 'discountAmount' : 'discountPercent')} />
      <div className="col-span-full flex items-end justify-between gap-3 sm:col-span-1 sm:flex-col sm:justify-start sm:gap-1">
        <span className="numerals min-w-0 sm:text-end">
          <span className="mb-1 block text-sm text-ink-soft">{t('line.amount')}</span>
          <span className="block break-words">{amount ?? '–'}</span>
        </span>
        {onMove && onRemove && (
          <span className="flex">
            <LineButton label={t('up', { number })} disabled={at === 0} onClick={() => onMove(at - 1)}>
              <Icon name="arrow-up" />
            </LineButton>
            <LineButton label={t('down', { number })} disabled={at === count - 1} onClick={() => onMove(at + 1)}>
              <Icon name="arrow-down" />
            </LineButton>
            <LineButton label={t('removeLine', { number })} disabled={false} onClick={onRemove}>
              <Icon name="trash" />
            </LineButton>
          </span>
        )}
      </div>
    </li>
  );
}

type ButtonProps = { label: string; disabled: boolean; onClick: () => void; children: ReactNode };

function LineButton({ label, disabled, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="inline-flex size-9 items-center justify-center rounded-field text-ink-faint hover:bg-sunken hover:text-ink disabled:opacity-40 [&_svg]:size-4"
    >
      {children}
    </button>
  );
}
