import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { groupedIban } from '@/lib/iban';
import type { Paper } from '@/lib/invoices/printed/paper';
import { paymentCodeOf, referenceOf } from '@/lib/invoices/printed/payment-qr';
import { groupedReference } from '@/lib/invoices/printed/reference';
import { breakPage, keepTogether } from '@/lib/pdf/flow';
import type { Fact } from '@/lib/pdf/letter-data';
import { drawQrCode } from '@/lib/pdf/qr';
import {
  ascentOf,
  drawArtifact,
  drawLine,
  drawLines,
  drawTagged,
  inks,
  leadingOf,
  mm,
  page,
  pageWidth,
} from '@/lib/pdf/sheet';

const size = 9;
const leading = leadingOf(size);
const quiet = 9; // white around a code, four of its modules

/** Draws the sentences: what a credit note takes back, its reason, why there is no tax, notes. They may run over pages. */
export function drawNotes(paper: Paper): void {
  const { sheet, flow, document, locale, figures } = paper;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.note' });
  const { credits, reason, exemptionReason, notes, status } = document;
  const credited = credits && t('credits', { number: credits.number, date: figures.date(credits.issuedOn) });
  const texts = [status === 'void' ? t('void') : null, credited, reason, exemptionReason, notes];
  for (const text of texts) {
    if (!text?.trim()) continue;
    const lines = sheet.set(text, { size }, pageWidth);
    for (let from = 0; from < lines.length; ) {
      if (flow.y + Math.min(2, lines.length - from) * leading > flow.bottom) breakPage(flow);
      const fitting = Math.max(1, Math.floor((flow.bottom - flow.y) / leading));
      const part = lines.slice(from, from + fitting);
      drawTagged(sheet, 'P', () => drawLines(sheet, part, { x: page.left, top: flow.y, size }));
      flow.y += part.length * leading;
      from += part.length;
    }
    flow.y += 6;
  }
}

/** Draws how to pay what is left, with a QR code where the bank transfer has one. Nothing for a document that nobody pays. */
export function drawPayment(paper: Paper): void {
  const { sheet, flow, document, locale, accent } = paper;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.pay' });
  if (document.kind !== 'invoice' || document.status !== 'issued' || document.openMinor <= 0n) return;
  const facts = paymentFacts(paper);
  const code = paymentCodeOf(document);
  const [padding, codeSize] = [12, mm(28)];
  const textWidth = pageWidth - 2 * padding - (code === null ? 0 : codeSize + 24);
  const labelWidth = 96;
  const rows = facts.map(([label, value]) => ({
    label: sheet.set(label, { size: 8 }, labelWidth - 6),
    value: sheet.set(value, { size, weight: 'bold' }, textWidth - labelWidth),
  }));
  const opening = sheet.set(openingOf(paper), { size }, textWidth);
  const textHeight = rows.reduce(
    (sum, { value }) => sum + value.length * leading + 2,
    (opening.length + 1) * leading + 12,
  );
  const height = 2 * padding + Math.max(textHeight, code === null ? 0 : codeSize + 16);
  keepTogether(flow, height);

  const top = flow.y;
  drawArtifact(sheet, 'Layout', () => sheet.pen.roundedRect(page.left, top, pageWidth, height, 5).fill(accent.soft));
  const x = page.left + padding;
  let y = top + padding;
  const title = sheet.set(t('title'), { size: 10.5, weight: 'bold' })[0];
  if (title)
    drawTagged(sheet, 'H2', () =>
      drawLine(sheet, title, { x, baseline: y + ascentOf(10.5), size: 10.5, colour: accent.text }),
    );
  y += leading + 5;
  drawTagged(sheet, 'P', () => drawLines(sheet, opening, { x, top: y, size }));
  y += opening.length * leading + 5;
  for (const { label, value } of rows) {
    drawTagged(sheet, 'P', () => {
      drawLines(sheet, label, { x, top: y + 0.6, size: 8, colour: inks.soft });
      drawLines(sheet, value, { x: x + labelWidth, top: y, size });
    });
    y += value.length * leading + 2;
  }
  if (code !== null) {
    const left = page.right - padding - codeSize;
    drawArtifact(sheet, 'Layout', () =>
      sheet.pen.rect(left - quiet, top + padding - quiet, codeSize + 2 * quiet, codeSize + 2 * quiet).fill('#ffffff'),
    );
    drawQrCode(sheet, code, { x: left, y: top + padding, size: codeSize, alt: t('codeAlt') });
    const caption = sheet.set(t('code'), { size: 6.5 }, codeSize + 24);
    drawTagged(sheet, 'Caption', () =>
      drawLines(sheet, caption.slice(0, 2), {
        ...{ x: page.right - padding + 6, top: top + padding + codeSize + 9, size: 6.5 },
        ...{ colour: inks.soft, align: 'end' as const },
      }),
    );
  }
  flow.y += height + 12;
}

function openingOf({ document, locale, figures }: Paper): string {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.pay' });
  const { openMinor, dueOn } = document;
  const amount = figures.money(openMinor);
  return dueOn === null ? t('amount', { amount }) : t('by', { amount, date: figures.date(dueOn) });
}

function paymentFacts({ document, locale }: Paper): Fact[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.pay' });
  const { issuer, number } = document;
  const { structured, text } = referenceOf(number ?? '');
  const account: Fact[] = issuer.iban
    ? [
        [t('holder'), issuer.accountHolder ?? issuer.name],
        [t('iban'), groupedIban(issuer.iban)],
        ...(issuer.bic ? [[t('bic'), issuer.bic] as const] : []),
      ]
    : [];
  return [...account, [t('reference'), structured ? groupedReference(structured) : text]];
}
