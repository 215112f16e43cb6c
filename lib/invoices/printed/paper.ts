import { createTranslator } from 'next-intl';
import { utcMidnight } from '@/lib/calendar';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { type Figures, figuresOf } from '@/lib/invoices/printed/figures';
import { openLetter } from '@/lib/pdf/letter';
import type { Fact, Letter } from '@/lib/pdf/letter-data';

/** A document on its way to paper. */
export type Paper = Letter & { document: PrintedDocument; figures: Figures };

/** Begins the letter of a document. */
export async function openPaper(document: PrintedDocument, locale: Locale): Promise<Paper> {
  const { issuer, logo, recipient, number, issuedOn } = document;
  const figures = figuresOf(locale, document.currency);
  const letter = await openLetter({
    ...{ locale, title: titleOf(document, locale), mark: markOf(document, locale), stamped: number !== null },
    ...{ sender: issuer, logo, recipient, facts: factsOf(document, locale, figures) },
    madeAt: utcMidnight(issuedOn ?? '2000-01-01'), // a draft has no date, and its bytes depend on nothing else
  });
  return { ...letter, document, figures };
}

/** “Invoice 2026-0001”; without a number the title says that it is a draft. */
function titleOf({ kind, number }: PrintedDocument, locale: Locale): string {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.title' });
  return number === null ? t(kind === 'invoice' ? 'invoiceDraft' : 'credit_noteDraft') : t(kind, { number });
}

/** The mark of a document that nobody may pay: a draft or a void one. Null for an issued one. */
function markOf({ status, number }: PrintedDocument, locale: Locale): string | null {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.mark' });
  if (status === 'void') return t('void');
  return status === 'draft' || number === null ? t('draft') : null;
}

function factsOf(document: PrintedDocument, locale: Locale, figures: Figures): Fact[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.fact' });
  const { number, issuedOn, dueOn, credits, project, issuer, recipient } = document;
  const all: (readonly [string, string | null])[] = [
    [t('number'), number],
    [t('issuedOn'), issuedOn && figures.date(issuedOn)],
    [t('dueOn'), dueOn && figures.date(dueOn)],
    [t('credits'), credits && `${credits.number}, ${figures.date(credits.issuedOn)}`],
    [t('project'), project],
    [t('issuerTax'), issuer.taxNumber],
    [t('recipientTax'), recipient.taxNumber],
  ];
  return all.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
