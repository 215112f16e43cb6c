import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { allocatePaymentAction, recordRefundAction, releaseAllocationAction } from '@/app/admin/payments/actions';
import { FoldOut } from '@/components/forms/fold-out';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { AllocationFields } from '@/components/payments/allocation-fields';
import { capital } from '@/components/payments/method-names';
import { PayableFilter } from '@/components/payments/payable-filter';
import { PaymentFields } from '@/components/payments/payment-fields';
import { SettledRows } from '@/components/payments/settled-rows';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { onceMark } from '@/lib/doors/once-mark';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { formatDay, formatMoney } from '@/lib/format';
import { payableFilter } from '@/lib/invoices/payments/schemas';
import { getPayment, listPayable } from '@/lib/invoices/payments/team-queries';
import { toDecimal } from '@/lib/money';
import { typedDecimal } from '@/lib/numbers';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/payments/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, search: string | undefined) => {
  const me = await forPage(adminUser);
  const read = await readPage(me, async (db) => {
    const payment = await getPayment(db, { id });
    const isRest = payment.unallocatedMinor > 0n;
    return { payment, payable: isRest ? await listPayable(db, payment.clientId, { search }) : null };
  });
  return { me, search, ...read };
});

async function loadPage({ params, searchParams }: Props) {
  const [id, { search }] = await Promise.all([pageId(params), pageFilter(payableFilter, searchParams)]);
  return load(id, search);
}

async function titleOf({ amountMinor, currency }: { amountMinor: bigint; currency: string }): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('payments.show'), getLocale()]);
  return t('titleOf', { amount: formatMoney(amountMinor, currency, locale) });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf((await loadPage(props)).payment) };
}

export default async function PaymentPage(props: Props) {
  const { me, search, payment, payable } = await loadPage(props);
  const [list, t, methods, locale, title] = await Promise.all([
    getTranslations('payments'),
    getTranslations('payments.show'),
    getTranslations('invoices.method'),
    getLocale(),
    titleOf(payment),
  ]);
  const { id, clientId, clientName, currency, amountMinor, refundedMinor, unallocatedMinor } = payment;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <>
      <PageHeader title={title} trail={[{ href: paths.admin.payments.list, label: list('title') }]} />
      <Facts
        columns={3}
        facts={[
          {
            label: t('client'),
            value: <TextLink href={paths.admin.clients.show(clientId)}>{clientName}</TextLink>,
          },
          { label: t('paidOn'), value: formatDay(payment.paidOn, locale) },
          { label: t('method'), value: capital(methods(payment.method), locale) },
          { label: t('reference'), value: payment.reference },
          { label: t('recordedBy'), value: payment.recordedByName },
          { label: t('allocated'), value: <span className="numerals">{money(payment.allocatedMinor)}</span> },
          { label: t('rest'), value: <span className="numerals">{money(unallocatedMinor)}</span> },
          {
            label: t('refunded'),
            value: refundedMinor > 0n ? <span className="numerals">{money(refundedMinor)}</span> : null,
          },
        ]}
      />
      <SettledRows payment={payment} release={releaseAllocationAction} />
      {payable && (payable.invoices.length > 0 || search) && (
        <Section title={list('allocate.title')} lead={list('allocate.lead', { amount: money(unallocatedMinor) })}>
          <PayableFilter address={paths.admin.payments.show(id)} keep={{}} search={search} more={payable.more} />
          <Form action={allocatePaymentAction} hidden={{ id, ...onceMark() }} className="max-w-2xl">
            <AllocationFields invoices={payable.invoices} currency={currency} headed={false} />
            <SubmitButton>{list('allocate.save')}</SubmitButton>
          </Form>
        </Section>
      )}
      {refundedMinor < amountMinor && (
        <Form action={recordRefundAction} hidden={{ paymentId: id, ...onceMark() }} className="mt-12 max-w-2xl">
          <FoldOut
            title={list('refund.title')}
            names={['amount', 'refundedOn', 'reference']}
            prefilled={['amount', 'refundedOn']}
          >
            <p className="text-ink-soft">{list('refund.lead')}</p>
            <PaymentFields
              dateName="refundedOn"
              texts={{ amount: list('refund.amount', { currency }), date: list('refund.on') }}
              amount={unallocatedMinor > 0n ? typedDecimal(toDecimal(unallocatedMinor, currency), locale) : ''}
              date={today(me.tenant.timeZone)}
            />
            <SubmitButton look="secondary">{list('refund.save')}</SubmitButton>
          </FoldOut>
        </Form>
      )}
    </>
  );
}
