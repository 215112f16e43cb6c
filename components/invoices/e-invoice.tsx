import { useLocale, useTranslations } from 'next-intl';
import { textLinkClass } from '@/components/ui/text-link';
import { formatList } from '@/lib/intl';
import type { EInvoice, XmlFormat } from '@/lib/invoices/printed/xml-format';

/** Links to the e-invoice of a document in the formats that it has. */
export function EInvoiceLinks({ formats, hrefOf }: { formats: XmlFormat[]; hrefOf: (format: XmlFormat) => string }) {
  const t = useTranslations('invoices.xml');
  if (formats.length === 0) return null;
  return (
    <p className="mt-8 flex flex-wrap gap-x-5 gap-y-2 text-[0.9375rem] print:hidden">
      <span className="text-ink-soft">{t('title')}</span>
      {formats.map((format) => (
        <a key={format} href={hrefOf(format)} className={textLinkClass} download>
          {t(format)}
        </a>
      ))}
    </p>
  );
}

/** Tells the business what a document lacks for an e-invoice. */
export function EInvoiceLacks({ formats, lacks }: EInvoice) {
  const t = useTranslations('invoices.xml');
  const locale = useLocale();
  if (formats.length > 0 || lacks.includes('status')) return null;
  const missing = formatList(
    lacks.map((lack) => t(`lack.${lack}`)),
    locale,
  );
  return <p className="mt-8 text-[0.9375rem] text-ink-soft">{t('lacking', { lacks: missing })}</p>;
}
