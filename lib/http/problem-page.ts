import type { NextRequest } from 'next/server';
import { escaped, plainPage, plainPageHeaders } from '@/lib/http/plain-page';
import { hostOf, isOwnOrigin } from '@/lib/http/same-origin';

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
  for (const [name, value] of Object.entries(plainPageHeaders)) headers.set(name, value);
  const body = [
    `<p>${escaped(detail)}</p>`,
    wrong.length > 0 ? `<ul>${wrong.join('')}</ul>` : '',
    form ? `<p><a href="${escaped(form)}">${escaped(texts.back)}</a></p>` : '',
  ];
  return new Response(plainPage(title, body.join(''), texts), { status: problem.status, headers });
}

/** The path of the page that sent the form; null for a page of another host. A path of two slashes would be another host. */
function sendingPage({ headers, nextUrl }: NextRequest): string | null {
  const from = headers.get('referer') ?? '';
  if (!URL.canParse(from)) return null;
  const { origin, pathname, search } = new URL(from);
  return isOwnOrigin(origin, hostOf({ headers, nextUrl })) && /^\/(?!\/)/.test(pathname) ? pathname + search : null;
}
