import { useTranslations } from 'next-intl';
import type { Party } from '@/lib/invoices/parties/schemas';

/** Who bills and who is billed, as the invoice has kept them. */
export function InvoiceParties({ issuer, recipient }: { issuer: Party | null; recipient: Party | null }) {
  const t = useTranslations('invoices.show');
  return (
    <div className="mb-8 grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {issuer && <PartyLines label={t('from')} party={issuer} />}
      {recipient && <PartyLines label={t('to')} party={recipient} />}
    </div>
  );
}

function PartyLines({ label, party }: { label: string; party: Party }) {
  const t = useTranslations('invoices.show');
  const { name, address, taxNumber } = party;
  return (
    <div className="min-w-0">
      <p className="eyebrow">{label}</p>
      <p className="mt-1 font-medium">{name}</p>
      {address && <p className="whitespace-pre-line text-ink-soft">{address}</p>}
      {taxNumber && <p className="text-ink-soft">{t('taxNumber', { number: taxNumber })}</p>}
    </div>
  );
}
