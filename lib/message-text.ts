import { text } from '@/lib/text-fields';

// The rule of a message in Markdown; apart from its reader (lib/markdown.ts), which browsers do not need.

/** Marks of quotations and lists at the beginning of one line: each is a level of nesting, and the parser's work grows with its square. */
const mostLeading = 10;
const leading = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;

/** Runs of brackets and marks of emphasis that cost the parser time out of proportion, and that nobody writes. */
const mostInARow = 40;
const rows = /[[\]!]{41,}|[*_]{41,}|`{41,}/;

/** Whether the parser reads this text in time that grows with its length. */
export function isReadable(markdown: string): boolean {
  for (const [start] of markdown.matchAll(leading))
    if ((start.match(/>|[-*+]|\d+/g)?.length ?? 0) > mostLeading) return false;
  const brackets = markdown.match(/\[/g)?.length ?? 0;
  const stars = markdown.match(/[*_]/g)?.length ?? 0;
  return !rows.test(markdown) && brackets <= 50 * mostInARow && stars <= 100 * mostInARow;
}

/** The longest message, in characters. */
const mostLetters = 20_000;

/** A message in Markdown: at most `maximum` characters, with something to see, and readable in time that grows with its length. */
export const markdownText = (maximum = mostLetters) => text(maximum).refine(isReadable, 'tooNested');
