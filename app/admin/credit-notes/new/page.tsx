import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { issueCreditNoteAction } from '@/app/admin/credit-notes/actions';
import { CreditLines } from '@/components/credit-notes/credit-lines';
import { CreditScope } from '@/components/credit-notes/credit-scope';
import { WhoSees } from '@/components/explain/who-sees';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { onceMark } from '@/lib/doors/once-mark';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { formatMoney } from '@/lib/format';
import { getInvoice } from '@/lib/invoices/queries';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/credit-notes/new'>;

/** The invoice that is credited. Without one the list of invoices asks for it. */
const preset = z.object({ invoice: recordId().optional() });

const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  const today = todayIn(me.tenant.timeZone);
  return { today, invoice: await readPage(me, (db) => getInvoice(db, { id }, today)) };
});

async function credited(searchParams: Props['searchParams']) {
  await forPage(adminUser);
  const { invoice: id } = await pageFilter(preset, searchParams);
  if (!id) redirect(paths.admin.invoices.list);
  const { today, invoice } = await load(id);
  if (invoice.status !== 'issued') redirect(paths.admin.invoices.show(id));
  return { today, invoice };
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { number } = (await credited(searchParams)).invoice;
  return { title: (await getTranslations('credits.form'))('title', { number: number ?? '' }) };
}

export default async function NewCreditNotePage({ searchParams }: Props) {
  const { today, invoice } = await credited(searchParams);
  const [list, t, locale] = await Promise.all([
    getTranslations('invoices.show'),
    getTranslations('credits.form'),
    getLocale(),
  ]);
  const { id, number, clientName, totalMinor, creditedMinor, currency } = invoice;
  const rest = formatMoney(totalMinor - creditedMinor, currency, locale);
  const named = { number: number ?? '' };
  return (
    <>
      <PageHeader
        title={t('title', named)}
        lead={t('lead', { client: clientName, amount: rest })}
        trail={[{ href: paths.admin.invoices.show(id), label: list('titleOf', named) }]}
      />
      <Form action={issueCreditNoteAction} hidden={{ invoiceId: id, ...onceMark() }} className="max-w-3xl">
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} required rows={2} maxLength={1000} />
        <TextField
          name="issuedOn"
          label={t('issuedOn')}
          type="date"
          required
          defaultValue={today}
          className="max-w-60"
        />
        <CreditScope texts={{ title: t('what'), all: t('all', { amount: rest }), lines: t('lines') }}>
          <CreditLines invoice={invoice} />
        </CreditScope>
        <p className="text-sm text-ink-soft">{t('seen')}</p>
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
      <WhoSees type="invoice" id={id} hidden className="mt-6" />
    </>
  );
}
