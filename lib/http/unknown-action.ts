import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTranslator } from 'next-intl';
import { escaped, plainPage, plainPageHeaders } from '@/lib/http/plain-page';
import { catalogues } from '@/lib/i18n/catalogues';
import { directionOf, localeCookie } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';

// Next answers a form of an older build, whose action it no longer knows, with one line of plain text and this header. For a form
// that was sent without JavaScript a page says what happened; with it components/forms/use-kept-action.ts does.
const notFoundHeader = 'x-nextjs-action-not-found';

subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  if (request.method !== 'POST' || !request.headers.accept?.includes('text/html')) return;
  const end = response.end.bind(response);
  response.end = (...given: unknown[]) => {
    if (response.headersSent || !response.hasHeader(notFoundHeader)) return end(...(given as Parameters<typeof end>));
    const page = outdatedPage(request);
    for (const [name, value] of Object.entries(plainPageHeaders)) response.setHeader(name, value);
    response.setHeader('Content-Length', Buffer.byteLength(page));
    return end(page);
  };
});

/** The page for a form that was opened before the portal was updated, in the language of the browser. */
function outdatedPage({ headers }: IncomingMessage): string {
  const [, person] = new RegExp(`(?:^|; )${localeCookie}=([^;]*)`).exec(headers.cookie ?? '') ?? [];
  const locale = negotiateLocale({ person, acceptLanguage: headers['accept-language'] ?? null });
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'problem.outdated' });
  const page = { lang: locale, dir: directionOf(locale) };
  return plainPage(t('title'), `<p>${escaped(t('text'))}</p><p>${escaped(t('back'))}</p>`, page);
}
