import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney } from '@/lib/format';

type Props = { balanceMinor: bigint; currency: string; children?: ReactNode };

/** What an account comes to: owed by the client, nothing, or the client's credit. `children` are buttons beside it. */
export function BalanceHead({ balanceMinor, currency, children }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
      <p>
        <span className="eyebrow block">{t(balanceMinor < 0n ? 'credit' : 'balanceDue')}</span>
        <span className="numerals mt-1 block font-serif text-title">
          {formatMoney(balanceMinor < 0n ? -balanceMinor : balanceMinor, currency, locale)}
        </span>
      </p>
      <div className="flex flex-wrap gap-3 print:hidden">{children}</div>
    </div>
  );
}

/** The balance in one line that stays at the top while a phone scrolls through the entries. */
export function StickyBalance({ balanceMinor, currency }: Omit<Props, 'children'>) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  return (
    <p
      aria-hidden="true"
      className="sticky top-0 z-10 -mx-5 flex justify-between gap-4 border-b border-line bg-paper px-5 py-2.5 text-sm sm:-mx-8 sm:px-8 md:hidden print:hidden"
    >
      <span className="text-ink-soft">{t(balanceMinor < 0n ? 'credit' : 'balanceDue')}</span>
      <span className="numerals font-medium">
        {formatMoney(balanceMinor < 0n ? -balanceMinor : balanceMinor, currency, locale)}
      </span>
    </p>
  );
}
