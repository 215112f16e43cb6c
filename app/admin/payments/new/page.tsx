import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { recordPaymentAction } from '@/app/admin/payments/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ClientChoice } from '@/components/invoices/client-choice';
import { AllocationFields } from '@/components/payments/allocation-fields';
import { PayableFilter } from '@/components/payments/payable-filter';
import { PaymentFields } from '@/components/payments/payment-fields';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { today } from '@/lib/dates';
import { onceMark } from '@/lib/doors/once-mark';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { payableFilter } from '@/lib/invoices/payments/schemas';
import { getPayer, listPayable } from '@/lib/invoices/payments/team-queries';
import { toDecimal } from '@/lib/money';
import { typedDecimal } from '@/lib/numbers';
import { paths } from '@/lib/paths';

/** Preselects a client and, of its open invoices, the one that is paid in full. */
const preset = payableFilter.extend({ client: recordId().optional(), invoice: recordId().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments'))('new') };
}

export default async function NewPaymentPage({ searchParams }: PageProps<'/admin/payments/new'>) {
  const me = await forPage(adminUser);
  const { client: clientId, invoice, search } = await pageFilter(preset, searchParams);
  const { payer, payable, clients } = await readPage(me, async (db) => ({
    payer: clientId ? await getPayer(db, clientId) : null,
    payable: clientId ? await listPayable(db, clientId, { search, chosen: invoice }) : { invoices: [], more: false },
    clients: clientId ? null : await listClientChoices(db),
  }));
  const [list, t, locale] = await Promise.all([
    getTranslations('payments'),
    getTranslations('payments.form'),
    getLocale(),
  ]);
  const trail = [{ href: paths.admin.payments.list, label: list('title') }];
  if (!payer || clients)
    return (
      <>
        <PageHeader title={list('new')} trail={trail} />
        {clients && (
          <ClientChoice
            address={paths.admin.payments.new}
            clients={clients}
            texts={{ label: t('client'), choose: t('chooseClient'), go: t('go') }}
          />
        )}
      </>
    );
  const { id, name, currency } = payer;
  const paid = payable.invoices.find((one) => one.id === invoice);
  const amount = paid ? typedDecimal(toDecimal(paid.openMinor, currency), locale) : '';
  return (
    <>
      <PageHeader title={list('new')} lead={t('forClient', { client: name, currency })} trail={trail} />
      <PayableFilter
        address={paths.admin.payments.new}
        keep={{ client: id, invoice }}
        search={search}
        more={payable.more}
      />
      <Form action={recordPaymentAction} hidden={{ clientId: id, ...onceMark() }} className="max-w-2xl">
        <PaymentFields
          dateName="paidOn"
          texts={{ amount: t('amount', { currency }), date: t('paidOn') }}
          amount={amount}
          date={today(me.tenant.timeZone)}
        />
        <AllocationFields invoices={payable.invoices} currency={currency} amounts={paid ? { [paid.id]: amount } : {}} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
