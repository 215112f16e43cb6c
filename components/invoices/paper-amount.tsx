import type { ReactNode } from 'react';

type Props = {
  /** What the amount is. */
  label: ReactNode;
  amount: string;
  /** Dates, and what the paper refers to. */
  below: ReactNode;
  /** What can be done with the paper, at the side. */
  children: ReactNode;
};

/** The amount of an invoice or a credit note, as its reader sees it first. */
export function PaperAmount({ label, amount, below, children }: Props) {
  return (
    <div className="mb-10 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
      <p>
        <span className="eyebrow block">{label}</span>
        <span className="numerals mt-1 block font-serif text-title">{amount}</span>
        <span className="mt-2 block text-ink-soft">{below}</span>
      </p>
      {children}
    </div>
  );
}
