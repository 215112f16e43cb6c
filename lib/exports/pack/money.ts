import { read } from '@/lib/authz/scope';
import { today } from '@/lib/dates';
import { env } from '@/lib/env';
import { type Html, hrefOf, html } from '@/lib/exports/pack/html';
import { addTable, bytesOf, lookAt, type Pack, packTexts, rowsOf } from '@/lib/exports/pack/pack';
import { formatDay, formatMoney } from '@/lib/format';
import { getCreditNote, listCreditNotes } from '@/lib/invoices/credit-notes/queries';
import { creditNoteCsv, invoiceCsv } from '@/lib/invoices/export/columns';
import { drawCreditNote, drawInvoice } from '@/lib/invoices/printed/draw';
import { getInvoice, listInvoices } from '@/lib/invoices/queries';
import { entryCsv } from '@/lib/ledger/export/columns';
import { getAccount, listEntries } from '@/lib/ledger/queries';
import { paths } from '@/lib/paths';
import type { Drawing } from '@/lib/pdf/drawing';
import { findLogoFile } from '@/lib/tenants/settings/files';

/** Invoices and credit notes as PDF and as tables, and the account. Null for a client without money. */
export async function moneySection(pack: Pack): Promise<Html | null> {
  const { actor, locale } = pack;
  const { timeZone } = actor.tenant;
  const t = packTexts(locale);
  const drawing = await drawingFor(pack);
  const day = today(timeZone);
  const invoices: Html[] = [];
  for await (const { id } of rowsOf(pack, (db, query) => listInvoices(db, { ...query, status: 'all' }, day))) {
    const invoice = await lookAt(pack, (db) => getInvoice(db, { id }, day));
    if (!invoice) continue;
    const path = await addPaper(pack, t('folder.invoices'), await drawInvoice(invoice, drawing));
    invoices.push(paperRow(pack, path, { ...invoice, on: invoice.issuedOn, openMinor: invoice.openMinor }));
  }
  const notes: Html[] = [];
  for await (const { id } of rowsOf(pack, (db, query) => listCreditNotes(db, query))) {
    const note = await lookAt(pack, (db) => getCreditNote(db, { id }));
    if (!note) continue;
    const path = await addPaper(pack, t('folder.creditNotes'), await drawCreditNote(note, drawing));
    notes.push(paperRow(pack, path, { ...note, on: note.issuedOn, openMinor: null }));
  }
  const listed = {
    invoices: rowsOf(pack, (db, query) => listInvoices(db, { ...query, status: 'all' }, day)),
    creditNotes: rowsOf(pack, (db, query) => listCreditNotes(db, query)),
    entries: rowsOf(pack, (db, query) => listEntries(db, actor.clientId, query)),
  };
  const tables = [
    await addTable(pack, t('table.invoices'), invoiceCsv(locale), listed.invoices),
    await addTable(pack, t('table.creditNotes'), creditNoteCsv(locale), listed.creditNotes),
    await addTable(pack, t('table.account'), entryCsv(locale, timeZone), listed.entries),
  ].filter((path) => path !== null);
  if (tables.length === 0) return null;
  const { currency, debitsMinor, creditsMinor } = await read(actor, (db) => getAccount(db, actor.clientId));
  const balance = formatMoney(creditsMinor - debitsMinor, currency, locale);
  return html`<section><h2>${t('money')}</h2>
<p>${t('balance', { amount: balance, day: formatDay(day, locale, 'long') })}</p>
${invoices.length > 0 && paperTable(pack, t('invoices'), invoices)}
${notes.length > 0 && paperTable(pack, t('creditNotes'), notes)}
<h3>${t('tables')}</h3><ul class="files">${tables.map(
    (path) => html`<li><a href="${hrefOf(path)}">${path.split('/').at(-1) ?? path}</a></li>
`,
  )}</ul></section>
`;
}

async function drawingFor({ actor, locale }: Pack): Promise<Drawing> {
  const file = await read(actor, (db) => findLogoFile(db, actor.tenantId));
  const bytes = file && (await bytesOf(file));
  const logo = bytes && new Uint8Array(await new Response(bytes).arrayBuffer());
  const verifyUrl = (code: string | null) => code && new URL(paths.verify(code), env().url).href;
  return { locale, logo, code: null, verifyUrl };
}

async function addPaper(pack: Pack, folder: string, { fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  const path = pack.pathOf([folder], fileName);
  await pack.archive.add(path, bytes);
  await pack.told();
  return path;
}

type Paper = {
  number: string | null;
  on: string | null;
  totalMinor: bigint;
  openMinor: bigint | null;
  currency: string;
};

function paperRow({ locale }: Pack, path: string, { number, on, totalMinor, openMinor, currency }: Paper): Html {
  const amount = (minor: bigint) => formatMoney(minor, currency, locale);
  return html`<tr><th scope="row"><a href="${hrefOf(path)}">${number ?? ''}</a></th><td>${on && formatDay(on, locale)}</td>
<td class="number">${amount(totalMinor)}</td><td class="number">${openMinor !== null && amount(openMinor)}</td></tr>
`;
}

function paperTable({ locale }: Pack, title: string, rows: readonly Html[]): Html {
  const t = packTexts(locale);
  return html`<h3>${title}</h3><div class="wide"><table><thead><tr><th scope="col">${t('number')}</th><th scope="col">${t('date')}</th>
<th scope="col" class="number">${t('total')}</th><th scope="col" class="number">${t('open')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
