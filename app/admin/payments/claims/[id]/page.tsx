import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { confirmClaimAction, declineClaimAction } from '@/app/admin/payments/claims/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { PaymentFields } from '@/components/payments/payment-fields';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink, textLinkClass } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatDay, formatInstant, formatMoney } from '@/lib/format';
import { getTeamClaim } from '@/lib/invoices/claims/team-queries';
import { typedDecimal } from '@/lib/numbers';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/payments/claims/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return { me, claim: await readPage(me, (db) => getTeamClaim(db, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claim } = await load(await pageId(params));
  return { title: (await getTranslations('payments.claim'))('title', { number: claim.invoiceNumber }) };
}

export default async function PaymentClaimPage({ params }: Props) {
  const { me, claim } = await load(await pageId(params));
  const [list, t, form, locale] = await Promise.all([
    getTranslations('payments'),
    getTranslations('payments.claim'),
    getTranslations('payments.form'),
    getLocale(),
  ]);
  const { id, status, clientId, clientName, invoiceId, invoiceNumber, currency, openMinor, paymentId } = claim;
  return (
    <>
      <PageHeader
        title={t('title', { number: invoiceNumber })}
        trail={[{ href: paths.admin.payments.list, label: list('title') }]}
      />
      {status !== 'claimed' && (
        <Alert
          tone={status === 'confirmed' ? 'good' : 'calm'}
          title={t('decided', { status, name: claim.decidedByName ?? '' })}
          className="mb-8"
        >
          {paymentId && <TextLink href={paths.admin.payments.show(paymentId)}>{t('payment')}</TextLink>}
          {claim.declineReason}
        </Alert>
      )}
      <Facts
        columns={3}
        facts={[
          {
            label: list('show.client'),
            value: <TextLink href={paths.admin.clients.show(clientId)}>{clientName}</TextLink>,
          },
          {
            label: t('invoice'),
            value: <TextLink href={paths.admin.invoices.show(invoiceId)}>{invoiceNumber}</TextLink>,
          },
          {
            label: t('open'),
            value: <span className="numerals">{formatMoney(openMinor, currency, locale)}</span>,
          },
          { label: t('by'), value: claim.userName },
          { label: t('on'), value: formatInstant(new Date(claim.createdAt), { locale, timeZone: me.tenant.timeZone }) },
          { label: t('paidOn'), value: formatDay(claim.paidOn, locale) },
          {
            label: t('proof'),
            value: claim.proof && (
              <a href={paths.files.claimProof('admin', id)} className={textLinkClass} download>
                {claim.proof.fileName}
              </a>
            ),
          },
          { label: t('note'), value: claim.note && <span className="whitespace-pre-line">{claim.note}</span> },
        ]}
      />
      {status === 'claimed' && (
        <>
          <Section title={t('confirm')} lead={t('confirmLead')}>
            <Form action={confirmClaimAction} hidden={{ id }} doneMessage={null} className="max-w-2xl">
              <PaymentFields
                dateName="paidOn"
                texts={{ amount: form('amount', { currency }), date: form('paidOn') }}
                amount={openMinor > 0n ? typedDecimal(claim.open, locale) : ''}
                date={claim.paidOn}
              />
              <SubmitButton>{t('confirmSave')}</SubmitButton>
            </Form>
          </Section>
          <Section title={t('decline')} lead={t('declineLead')}>
            <Form action={declineClaimAction} hidden={{ id }} doneMessage={null}>
              <TextAreaField name="reason" label={t('reason')} required rows={3} maxLength={1000} />
              <SubmitButton look="secondary">{t('declineSave')}</SubmitButton>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
