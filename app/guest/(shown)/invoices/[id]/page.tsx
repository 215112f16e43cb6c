import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { InvoiceLines } from '@/components/invoices/invoice-lines';
import { InvoiceParties } from '@/components/invoices/invoice-parties';
import { InvoiceStatusBadge } from '@/components/invoices/invoice-status-badge';
import { InvoiceTotals } from '@/components/invoices/invoice-totals';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { today as todayIn } from '@/lib/dates';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageId } from '@/lib/doors/page';
import { formatDay, formatMoney } from '@/lib/format';
import { getInvoice } from '@/lib/invoices/queries';
import type { Settlement } from '@/lib/invoices/schemas';
import { paths } from '@/lib/paths';

type Props = PageProps<'/guest/invoices/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const guest = await forGuest('invoices');
  const today = todayIn(guest.tenant.timeZone);
  return { guest, today, invoice: await readGuestPage(guest, (db) => getInvoice(db, { id }, today, 'guest')) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { invoice } = await load(await pageId(params));
  return { title: (await getTranslations('invoices.show'))('titleOf', { number: invoice.number ?? '' }) };
}

const settlementHref = ({ kind, id }: Settlement) => (kind === 'credit_note' ? paths.guest.creditNote(id) : null);

export default async function GuestInvoicePage({ params }: Props) {
  const { guest, today, invoice } = await load(await pageId(params));
  const { id, number, openMinor, totalMinor, currency, projectName, issuedOn, dueOn, notes, status } = invoice;
  noteVisit(guest, { place: 'invoices', recordId: id, name: number ?? '' });
  const [list, t, locale] = await Promise.all([
    getTranslations('guests.section'),
    getTranslations('invoices.show'),
    getLocale(),
  ]);
  const isOpen = openMinor > 0n;
  return (
    <>
      <PageHeader
        title={t('titleOf', { number: number ?? '' })}
        trail={[{ href: paths.guest.invoices, label: list('invoices') }]}
        eyebrow={projectName}
        badge={<InvoiceStatusBadge invoice={invoice} today={today} />}
      />
      <div className="mb-10 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <p>
          <span className="eyebrow block">{isOpen ? t('toPay') : t('total')}</span>
          <span className="numerals mt-1 block font-serif text-title">
            {formatMoney(isOpen ? openMinor : totalMinor, currency, locale)}
          </span>
          <span className="mt-2 block text-ink-soft">
            {issuedOn && t('issuedOn', { date: formatDay(issuedOn, locale, 'long') })}
            {isOpen && dueOn && <> · {t('dueOn', { date: formatDay(dueOn, locale, 'long') })}</>}
          </span>
        </p>
        <a href={paths.guest.invoicePdf(id)} className={buttonClass('secondary')} download>
          {t('download')}
        </a>
      </div>
      {status === 'void' && <Alert className="mb-8">{t('isVoid', { reason: invoice.voidReason ?? '' })}</Alert>}
      <InvoiceParties issuer={invoice.issuer} recipient={invoice.recipient} />
      <InvoiceLines invoice={invoice} />
      <InvoiceTotals invoice={invoice} hrefOf={settlementHref} />
      {notes && <p className="mt-8 max-w-prose whitespace-pre-line">{notes}</p>}
    </>
  );
}
