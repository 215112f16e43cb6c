import { createTranslator } from 'next-intl';
import { type Html, hrefOf, html } from '@/lib/exports/pack/html';
import { addFile, type Pack, packTexts, rowsOf } from '@/lib/exports/pack/pack';
import { nameFrom } from '@/lib/exports/pack/paths';
import { catalogues } from '@/lib/i18n/catalogues';
import { formatInstant } from '@/lib/intl';
import { getAttachment } from '@/lib/support/files';
import { listTickets } from '@/lib/support/queries';
import type { TicketMessage, TicketSummary } from '@/lib/support/schemas';
import { listMessages } from '@/lib/support/thread/queries';

/** The person's own requests with all messages and files. Null without one. */
export async function requestSection(pack: Pack): Promise<Html | null> {
  const { actor, locale } = pack;
  const t = packTexts(locale);
  const articles: Html[] = [];
  for await (const ticket of rowsOf(pack, (db, query) => listTickets(db, { ...query, status: 'all' }, actor)))
    articles.push(await request(pack, ticket));
  return articles.length === 0
    ? null
    : html`<section><h2>${t('requests')}</h2>${articles}</section>
`;
}

async function request(pack: Pack, { id, number, subject, status, projectName }: TicketSummary): Promise<Html> {
  const { actor, locale } = pack;
  const t = packTexts(locale);
  const words = createTranslator({ locale, messages: catalogues[locale], namespace: 'support' });
  const reader = { locale, timeZone: actor.tenant.timeZone };
  const folders = [t('folder.requests'), nameFrom(`${number} ${subject}`)];
  const messages: TicketMessage[] = [];
  for await (const message of rowsOf(pack, (db, query) => listMessages(db, { ...query, id }, { notes: false })))
    messages.push(message);
  const items: Html[] = [];
  for (const { body, authorName, createdAt, attachments } of messages.reverse()) {
    const files: Html[] = [];
    for (const { id: attachmentId } of attachments) {
      const path = await addFile(pack, folders, (db) => getAttachment(db, { id, attachmentId }));
      if (path)
        files.push(html`<li><a href="${hrefOf(path)}">${path.split('/').at(-1) ?? path}</a></li>
`);
    }
    items.push(html`<li><p class="text">${body}</p><p class="quiet">${authorName} · ${formatInstant(new Date(createdAt), reader)}</p>
${files.length > 0 && html`<ul class="files">${files}</ul>`}</li>
`);
  }
  const facts = [words(`status.${status}`), projectName].filter(Boolean).join(' · ');
  return html`<article><h3>${`${number}. ${subject}`}</h3><p class="quiet">${facts}</p><ul class="answers">${items}</ul></article>
`;
}
