import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { formatDay, formatDays, formatMoney } from '@/lib/format';
import type { Paper } from '@/lib/invoices/verification/schemas';

/** What a printed document says of itself, to be compared with the paper, and what has become of it since. */
export function PaperFacts({ paper, locale }: { paper: Paper; locale: string }) {
  const t = useTranslations('verify');
  const { kind, issuer, number, issuedOn, fromOn, toOn, totalMinor, currency, accountEnd, isVoid, creditedMinor } =
    paper;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <>
      {isVoid && (
        <Alert tone="bad" title={t('void.title')}>
          {t('void.text')}
        </Alert>
      )}
      {!isVoid && creditedMinor > 0n && (
        <Alert tone="warn" title={t(creditedMinor < totalMinor ? 'credited.part' : 'credited.whole')}>
          {t('credited.text', { amount: money(creditedMinor) })}
        </Alert>
      )}
      <div className="numerals mt-8 first:mt-0">
        <Facts
          columns={2}
          facts={[
            { label: t('fact.issuer'), value: issuer },
            { label: t('fact.number'), value: number },
            { label: t(kind === 'statement' ? 'fact.drawnOn' : 'fact.issuedOn'), value: formatDay(issuedOn, locale) },
            { label: t('fact.span'), value: fromOn && toOn && formatDays(fromOn, toOn, locale) },
            { label: t(kind === 'statement' ? 'fact.closing' : 'fact.total'), value: money(totalMinor) },
            { label: t('fact.account'), value: accountEnd && t('accountEnd', { end: accountEnd }) },
          ]}
        />
      </div>
      <p className="mt-8 text-[0.9375rem] text-ink-soft">{t('compare')}</p>
    </>
  );
}
