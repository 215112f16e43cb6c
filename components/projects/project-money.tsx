import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { formatMoney } from '@/lib/format';
import type { Minor } from '@/lib/money';

type Props = {
  money: {
    currency: string;
    contractMinor: Minor | null;
    invoicedMinor: bigint;
    creditedMinor: bigint;
    paidMinor: bigint;
  };
};

/** Contract value of a project, what was invoiced, credited and paid of it, and what is left to invoice. */
export function ProjectMoney({ money }: Props) {
  const t = useTranslations('invoices.ofProject');
  const locale = useLocale();
  const { currency, contractMinor, invoicedMinor, creditedMinor, paidMinor } = money;
  if (contractMinor === null && invoicedMinor === 0n) return null;
  const amount = (minor: bigint) => <span className="numerals">{formatMoney(minor, currency, locale)}</span>;
  const rest = contractMinor === null ? null : BigInt(contractMinor) - invoicedMinor + creditedMinor;
  return (
    <Section title={t('title')}>
      <Facts
        columns={3}
        facts={[
          { label: t('contract'), value: contractMinor === null ? null : amount(BigInt(contractMinor)) },
          { label: t('invoiced'), value: amount(invoicedMinor) },
          { label: t('credited'), value: creditedMinor > 0n && amount(creditedMinor) },
          { label: t('paid'), value: amount(paidMinor) },
          {
            label: t(rest !== null && rest < 0n ? 'over' : 'rest'),
            value: rest !== null && amount(rest < 0n ? -rest : rest),
          },
        ].filter(({ value }) => value !== false)}
      />
    </Section>
  );
}
