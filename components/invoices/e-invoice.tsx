import { useLocale, useTranslations } from 'next-intl';
import { textLinkClass } from '@/components/ui/text-link';
import { formatList } from '@/lib/intl';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { missingForXml, type XmlFormat, xmlFormats } from '@/lib/invoices/printed/xml-missing';

type Props = {
  document: PrintedDocument;
  hrefOf: (format: XmlFormat) => string;
  /** Whether the page is for the business, which can complete what is missing. */
  isTeam: boolean;
};

/** The e-invoice of a document in the formats that it has, or what it lacks. */
export function EInvoice({ document, hrefOf, isTeam }: Props) {
  const t = useTranslations('invoices.xml');
  const locale = useLocale();
  const offered = xmlFormats.filter((format) => missingForXml(document, format).length === 0);
  const lacks = missingForXml(document);
  if (offered.length === 0)
    return isTeam && document.status === 'issued' ? (
      <p className="mt-8 text-[0.9375rem] text-ink-soft">
        {t('lacking', {
          lacks: formatList(
            lacks.map((lack) => t(`lack.${lack}`)),
            locale,
          ),
        })}
      </p>
    ) : null;
  return (
    <p className="mt-8 flex flex-wrap gap-x-5 gap-y-2 text-[0.9375rem] print:hidden">
      <span className="text-ink-soft">{t('title')}</span>
      {offered.map((format) => (
        <a key={format} href={hrefOf(format)} className={textLinkClass} download>
          {t(format)}
        </a>
      ))}
    </p>
  );
}
