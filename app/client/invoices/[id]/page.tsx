import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { recordOpeningAction } from '@/app/client/actions';
import { EInvoiceLinks } from '@/components/invoices/e-invoice';
import { HowToPay } from '@/components/invoices/how-to-pay';
import { InvoiceAmount } from '@/components/invoices/invoice-amount';
import { InvoiceLines } from '@/components/invoices/invoice-lines';
import { InvoiceParties } from '@/components/invoices/invoice-parties';
import { InvoiceStatusBadge } from '@/components/invoices/invoice-status-badge';
import { InvoiceTotals } from '@/components/invoices/invoice-totals';
import { RecordOpening } from '@/components/openings/record-opening';
import { ClaimForm } from '@/components/payments/claim-form';
import { ClaimMark } from '@/components/payments/claim-mark';
import { OwnClaim } from '@/components/payments/own-claim';
import { AskLink } from '@/components/support/ask-link';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { findLatestClaim } from '@/lib/invoices/claims/queries';
import { documentOf } from '@/lib/invoices/printed/document-of';
import { paymentCodeOf, referenceOf } from '@/lib/invoices/printed/payment-qr';
import { eInvoiceOf } from '@/lib/invoices/printed/xml-missing';
import { getInvoice } from '@/lib/invoices/queries';
import type { Settlement } from '@/lib/invoices/schemas';
import { paths } from '@/lib/paths';
import { qrPath } from '@/lib/qr-path';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';

type Props = PageProps<'/client/invoices/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(clientUser);
  const today = todayIn(me.tenant.timeZone);
  const read = await readPage(me, async (db) => ({
    invoice: await getInvoice(db, { id }, today),
    claim: await findLatestClaim(db, id),
  }));
  return { me, today, ...read };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { invoice } = await load(await pageId(params));
  return { title: (await getTranslations('invoices.show'))('titleOf', { number: invoice.number ?? '' }) };
}

const settlementHref = ({ kind, id }: Settlement) => (kind === 'credit_note' ? paths.client.creditNote(id) : null);

export default async function ClientInvoicePage({ params }: Props) {
  const { me, today, invoice, claim } = await load(await pageId(params));
  const [list, t] = await Promise.all([getTranslations('invoices'), getTranslations('invoices.show')]);
  const { number, openMinor, projectName, notes, status } = invoice;
  const isOpen = openMinor > 0n;
  const isClaimed = isOpen && claim?.status === 'claimed';
  const { structured, text } = referenceOf(number ?? '');
  const paymentText = isOpen && invoice.issuer ? paymentCodeOf({ ...invoice, issuer: invoice.issuer }) : null;
  const eInvoice = invoice.issuer && invoice.recipient && eInvoiceOf(documentOf(invoice));
  return (
    <div className="max-w-page">
      <RecordOpening type="invoice" id={invoice.id} action={recordOpeningAction} />
      <PageHeader
        title={t('titleOf', { number: number ?? '' })}
        trail={[{ href: paths.client.invoices(), label: list('title') }]}
        eyebrow={projectName}
        badge={
          <>
            <InvoiceStatusBadge invoice={invoice} today={today} />
            {isClaimed && <ClaimMark />}
          </>
        }
      />
      <InvoiceAmount invoice={invoice}>
        <p className="flex flex-wrap gap-3">
          {isOpen && (
            <a href="#pay" className={buttonClass('primary')}>
              {t('pay')}
            </a>
          )}
          <a href={paths.files.invoicePdf('client', invoice.id)} className={buttonClass('secondary')} download>
            {t('download')}
          </a>
          <AskLink type="invoice" id={invoice.id} className="self-center print:hidden" />
        </p>
      </InvoiceAmount>
      <OwnClaim claim={claim} isOpen={isOpen} me={me} tenantName={me.tenant.name} />
      {status === 'void' && <Alert className="mb-8">{t('isVoid', { reason: invoice.voidReason ?? '' })}</Alert>}
      <InvoiceParties issuer={invoice.issuer} recipient={invoice.recipient} />
      <InvoiceLines invoice={invoice} asks />
      <InvoiceTotals invoice={invoice} hrefOf={settlementHref} />
      {notes && <p className="mt-8 max-w-prose whitespace-pre-line">{notes}</p>}
      {eInvoice && (
        <EInvoiceLinks
          formats={eInvoice.formats}
          hrefOf={(format) => paths.files.invoiceXml('client', invoice.id, format)}
        />
      )}
      {isOpen && (
        <HowToPay
          invoice={invoice}
          tenantName={me.tenant.name}
          reference={structured ?? text}
          code={paymentText === null ? null : qrPath(paymentText)}
        />
      )}
      {isOpen && !isClaimed && (
        <ClaimForm
          address={paths.files.claimWithProof(invoice.id)}
          accept={acceptOf('proof')}
          maxBytes={uploadKinds.proof.maxBytes}
          today={today}
          tenantName={me.tenant.name}
        />
      )}
    </div>
  );
}
