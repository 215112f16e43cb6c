import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';

type PageTexts = {
  /** Language and reading direction of the page. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The text of the link back to the form. */
  back: string;
  /** The label of a field. */
  nameOf: (field: string) => string;
};

/**
 * Problem details (RFC 9457) as a page, for a form sent without JavaScript: it names each wrong field and links back to the
 * form. Names and messages may contain text from outside, so everything is escaped.
 */
export async function problemPage(problem: Response, request: NextRequest, texts: PageTexts): Promise<Response> {
  const { title, detail, errors = {} } = await problem.json();
  const wrong = Object.entries<string[]>(errors).flatMap(([field, messages]) =>
    messages.map((message) => `<li><b>${escaped(texts.nameOf(field))}:</b> ${escaped(message)}</li>`),
  );
  const form = sendingPage(request);
  const headers = new Headers(problem.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', pagePolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  const page = [
    `<!doctype html><html lang="${escaped(texts.lang)}" dir="${texts.dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${pageStyle}</style></head>`,
    `<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p>`,
    wrong.length > 0 ? `<ul>${wrong.join('')}</ul>` : '',
    form ? `<p><a href="${escaped(form)}">${escaped(texts.back)}</a></p>` : '',
    '</main></body></html>',
  ];
  return new Response(page.join(''), { status: problem.status, headers });
}

const pageStyle =
  ':root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0}main{max-width:36rem;margin:12vh auto;padding:0 1.25rem;overflow-wrap:anywhere}';
const styleHash = createHash('sha256').update(pageStyle).digest('base64');
const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The path of the page that sent the form; null for a page of another host. A path of two slashes would be another host. */
function sendingPage({ headers, nextUrl }: NextRequest): string | null {
  const from = headers.get('referer') ?? '';
  if (!URL.canParse(from)) return null;
  const { protocol, host, pathname, search } = new URL(from);
  const isSameHost = /^https?:$/.test(protocol) && host === (headers.get('host') ?? nextUrl.host);
  return isSameHost && /^\/(?!\/)/.test(pathname) ? pathname + search : null;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}
