import { createHash } from 'node:crypto';

const pageStyle =
  ':root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0}main{max-width:36rem;margin:12vh auto;padding:0 1.25rem;overflow-wrap:anywhere}';
const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** The headers of a page that is written outside of React. */
export const plainPageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
};

/** A page of a title and a body in HTML, for answers that no component draws. The body has to be escaped already. */
export function plainPage(title: string, body: string, { lang, dir }: { lang: string; dir: 'ltr' | 'rtl' }): string {
  return [
    `<!doctype html><html lang="${escaped(lang)}" dir="${dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${pageStyle}</style></head>`,
    `<body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`,
  ].join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML. */
export function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}
