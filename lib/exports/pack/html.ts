/** Markup: text inside it is escaped already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | readonly Html[] | string | number | null | false;

/** Markup from a template whose values are escaped, unless they are markup themselves: html`<p>${name}</p>`. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(strings.reduce((before, text, at) => before + textOf(values[at - 1] ?? null) + text));
}

function textOf(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(({ text }) => text).join('');
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => named[letter] ?? letter);
}

/** The address of a file of the archive, from its index. */
export function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
