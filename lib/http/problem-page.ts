import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { directionOf, type Locale } from '@/lib/i18n/locales';

/**
 * A problem for a person, whose browser would otherwise show JSON: a page that says at which field what is wrong and leads
 * back to the form. Names and messages may hold what a stranger wrote, so all is escaped and nothing of it can run.
 */
export async function problemPage(problem: Response, request: NextRequest, locale: Locale): Promise<Response> {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'documents.upload' });
  const { title, detail, errors = {} } = await problem.json();
  const nameOf = (field: string) => (isNamed(field) ? t(`field.${field}`) : field);
  const wrong = Object.entries<string[]>(errors).flatMap(([field, messages]) =>
    messages.map((message) => `<li><b>${escaped(nameOf(field))}:</b> ${escaped(message)}</li>`),
  );
  const form = whereItStands(request);
  const headers = new Headers(problem.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', pagePolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  const page = [
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${pageStyle}</style></head>`,
    `<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p>`,
    wrong.length > 0 ? `<ul>${wrong.join('')}</ul>` : '',
    form ? `<p><a href="${escaped(form)}">${escaped(t('back'))}</a></p>` : '',
    '</main></body></html>',
  ];
  return new Response(page.join(''), { status: problem.status, headers });
}

const pageStyle =
  ':root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0}main{max-width:36rem;margin:12vh auto;padding:0 1.25rem;overflow-wrap:anywhere}';
const styleHash = createHash('sha256').update(pageStyle).digest('base64');
const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The fields of the forms that send files, which have a name for people. */
const named = ['project_id', 'document_type_id', 'title', 'file', 'photo', 'logo', 'phase_id', 'caption'] as const;

function isNamed(field: string): field is (typeof named)[number] {
  return (named as readonly string[]).includes(field);
}

/** The path of the page that sent the form, where it is one of ours. A path of two slashes would be another host. */
function whereItStands({ headers, nextUrl }: NextRequest): string | null {
  const from = headers.get('referer') ?? '';
  if (!URL.canParse(from)) return null;
  const { protocol, host, pathname, search } = new URL(from);
  const isOurs = /^https?:$/.test(protocol) && host === (headers.get('host') ?? nextUrl.host);
  return isOurs && /^\/(?!\/)/.test(pathname) ? pathname + search : null;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}
