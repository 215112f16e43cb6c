import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import {
  copyInvoiceAction,
  deleteInvoiceAction,
  issueInvoiceAction,
  voidInvoiceAction,
} from '@/app/admin/invoices/actions';
import { WhoSees } from '@/components/explain/who-sees';
import { EInvoiceLacks, EInvoiceLinks } from '@/components/invoices/e-invoice';
import { InvoiceEvents } from '@/components/invoices/invoice-events';
import { InvoiceLines } from '@/components/invoices/invoice-lines';
import { InvoiceParties } from '@/components/invoices/invoice-parties';
import { InvoiceStatusBadge } from '@/components/invoices/invoice-status-badge';
import { InvoiceSteps } from '@/components/invoices/invoice-steps';
import { InvoiceTotals } from '@/components/invoices/invoice-totals';
import { partyFacts } from '@/components/invoices/party-facts';
import { OpeningList } from '@/components/openings/opening-list';
import { ClaimMark } from '@/components/payments/claim-mark';
import { ClaimToDecide } from '@/components/payments/claim-to-decide';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { readTogether } from '@/lib/db/together';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { findLatestClaim } from '@/lib/invoices/claims/queries';
import { recipientNow } from '@/lib/invoices/parties/queries';
import { documentOf } from '@/lib/invoices/printed/document-of';
import { missingLetters } from '@/lib/invoices/printed/missing-letters';
import { eInvoiceOf } from '@/lib/invoices/printed/xml-missing';
import { getInvoice } from '@/lib/invoices/queries';
import type { Settlement } from '@/lib/invoices/schemas';
import { invoiceEvents } from '@/lib/invoices/team-queries';
import { recordOpenings } from '@/lib/openings/team-queries';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/invoices/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  const today = todayIn(me.tenant.timeZone);
  return {
    ...{ me, today },
    ...(await readPage(me, async (db) => {
      const invoice = await getInvoice(db, { id }, today);
      const isDraft = invoice.status === 'draft';
      return {
        invoice,
        ...(await readTogether(db, { events: invoiceEvents(id), openings: recordOpenings('invoice', id) })),
        claim: isDraft ? null : await findLatestClaim(db, id),
        recipient: isDraft ? await recipientNow(db, invoice.clientId) : null,
      };
    })),
  };
});

async function titleOf({ number }: { number: string | null }): Promise<string> {
  const t = await getTranslations('invoices.show');
  return number === null ? t('draftTitle') : t('titleOf', { number });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf((await load(await pageId(params))).invoice) };
}

const settlementHref = ({ kind, id }: Settlement) =>
  kind === 'payment' ? paths.admin.payments.show(id) : paths.admin.creditNotes.show(id);

export default async function InvoicePage({ params }: Props) {
  const { me, today, invoice, events, claim, recipient, openings } = await load(await pageId(params));
  const [list, t, explain, locale, title] = await Promise.all([
    getTranslations('invoices'),
    getTranslations('invoices.show'),
    getTranslations('explain.openings'),
    getLocale(),
    titleOf(invoice),
  ]);
  const { projectName, issuedOn, dueOn, notes, status, voidReason } = invoice;
  const date = (day: string | null) => day && formatDay(day, locale);
  const isClaimed = claim?.status === 'claimed';
  const actions = {
    issue: issueInvoiceAction,
    cancel: voidInvoiceAction,
    copy: copyInvoiceAction,
    remove: deleteInvoiceAction,
  };
  const missing = recipient ? await missingLetters({ ...invoice, recipient, project: projectName }) : [];
  const eInvoice = invoice.issuer && invoice.recipient && eInvoiceOf(documentOf(invoice));
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: paths.admin.invoices.list, label: list('title') }]}
        badge={
          <>
            <InvoiceStatusBadge invoice={invoice} today={today} />
            {isClaimed && <ClaimMark />}
          </>
        }
        actions={<InvoiceSteps invoice={invoice} today={today} actions={actions} />}
      />
      {missing.length > 0 && (
        <Alert tone="warn" className="mb-8" title={t('letters.title')}>
          {t('letters.text', { letters: missing.slice(0, 40).join(' ') })}
        </Alert>
      )}
      {isClaimed && claim && <ClaimToDecide claim={claim} />}
      {status === 'void' && <Alert className="mb-8">{t('isVoid', { reason: voidReason ?? '' })}</Alert>}
      <div className="mb-10">
        <Facts
          columns={3}
          facts={[
            ...partyFacts(invoice, { client: list('column.client'), project: t('project') }),
            { label: list('column.issued'), value: date(issuedOn) },
            { label: t('due'), value: date(dueOn) },
          ]}
        />
        <WhoSees type="invoice" id={invoice.id} hidden={status === 'draft'} className="mt-6" />
      </div>
      <div className="max-w-3xl">
        <InvoiceParties issuer={invoice.issuer} recipient={invoice.recipient} />
        <InvoiceLines invoice={invoice} />
        <InvoiceTotals invoice={invoice} hrefOf={settlementHref} />
        {notes && <p className="mt-8 whitespace-pre-line">{notes}</p>}
        {eInvoice && (
          <>
            <EInvoiceLinks
              formats={eInvoice.formats}
              hrefOf={(format) => paths.files.invoiceXml('admin', invoice.id, format)}
            />
            <EInvoiceLacks {...eInvoice} />
          </>
        )}
      </div>
      {openings.length > 0 && (
        <Section title={explain('title')}>
          <OpeningList openings={openings} timeZone={me.tenant.timeZone} />
        </Section>
      )}
      {events.length > 0 && (
        <Section title={t('history')}>
          <InvoiceEvents events={events} timeZone={me.tenant.timeZone} />
        </Section>
      )}
    </>
  );
}
