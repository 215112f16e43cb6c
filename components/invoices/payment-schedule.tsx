import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Sums } from '@/components/payments/sums';
import { Badge, type Tone } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { formatDay, formatMoney, formatPercent } from '@/lib/format';
import { wholeRate } from '@/lib/invoices/rule';
import type { InstalmentState } from '@/lib/invoices/schedule/rule';
import type { Instalment, Schedule } from '@/lib/invoices/schedule/schemas';

type Props = {
  schedule: Schedule;
  /** The page of an invoice in the reader's area. */
  hrefOf: (invoiceId: string) => string;
  /** For the business: the button of an instalment that no invoice bills, and the link to the form. */
  billing?: { button: (instalment: Instalment) => ReactNode; edit: ReactNode };
};

const tones: Record<InstalmentState, Tone> = {
  planned: 'neutral',
  due: 'accent',
  drafted: 'neutral',
  invoiced: 'warn',
  overdue: 'bad',
  paid: 'good',
};

/** The payment schedule of a project: what is due when, what is invoiced and paid of it, and its sum against the contract value. */
export function PaymentSchedule({ schedule, hrefOf, billing }: Props) {
  const t = useTranslations('invoices.schedule');
  const locale = useLocale();
  const { currency, instalments } = schedule;
  if (instalments.length === 0) return null;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <Section title={t('title')} lead={t('lead')} aside={billing?.edit}>
      <Sums sums={[{ currency, parts: sumsOf(schedule, t) }]} />
      <List label={t('title')}>
        {instalments.map((instalment) => {
          const { id, title, rate, state, invoiceId, invoiceNumber, dueMinor, invoicedMinor } = instalment;
          const amount = invoicedMinor ?? dueMinor;
          const when = whenDue(instalment, t, (day) => formatDay(day, locale));
          return (
            <ListRow
              key={id}
              {...(invoiceId && { href: hrefOf(invoiceId) })}
              title={title}
              detail={
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Badge tone={tones[state]}>{t(state === 'due' && !billing ? 'toClient' : `state.${state}`)}</Badge>
                  {when && <span>{when}</span>}
                  {invoiceId && <span>{invoiceNumber ? t('number', { number: invoiceNumber }) : t('draft')}</span>}
                  {rate !== null && (
                    <span className="numerals">
                      {t('ofContract', { percent: formatPercent(rate / wholeRate, locale, 4) })}
                    </span>
                  )}
                </span>
              }
              end={
                <span className="flex flex-col items-end gap-2 sm:flex-row-reverse sm:items-center sm:gap-6">
                  <span className="numerals text-base text-ink sm:min-w-28">
                    {amount === null ? t('noContract') : money(amount)}
                  </span>
                  {!invoiceId && billing?.button(instalment)}
                </span>
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

type Words = ReturnType<typeof useTranslations<'invoices.schedule'>>;

function whenDue({ dueOn, expectedOn, phaseName, state }: Instalment, t: Words, date: (day: string) => string) {
  if (state !== 'planned' && state !== 'due') return null;
  if (dueOn) return t('when', { date: date(dueOn) });
  if (phaseName === null) return null;
  // A phase that is completed has told its date by being done.
  return expectedOn && state === 'planned'
    ? t('whenPhaseBy', { phase: phaseName, date: date(expectedOn) })
    : t('whenPhase', { phase: phaseName });
}

function sumsOf({ contractMinor, scheduledMinor }: Schedule, t: Words) {
  const scheduled = { label: t('scheduled'), minor: scheduledMinor };
  if (contractMinor === null) return [scheduled];
  const rest = contractMinor - scheduledMinor;
  return [
    scheduled,
    { label: t('contract'), minor: contractMinor },
    ...(rest === 0n ? [] : [{ label: t(rest < 0n ? 'over' : 'rest'), minor: rest < 0n ? -rest : rest }]),
  ];
}
