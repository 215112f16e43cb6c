import { fromMarkdown } from 'mdast-util-from-markdown';
import { isReadable } from '@/lib/message-text';

/** A part of a message that the portal shows. Every other construct of Markdown is read as its text. */
export type Mark =
  | { kind: 'text' | 'code' | 'codeBlock'; text: string }
  | { kind: 'break' | 'rule' }
  | { kind: 'paragraph' | 'heading' | 'quote' | 'strong' | 'emphasis' | 'item'; parts: Mark[] }
  | { kind: 'list'; ordered: boolean; start: number; parts: Mark[] }
  | { kind: 'link'; href: string; parts: Mark[] };

/**
 * Reads Markdown (CommonMark) as the few parts that a message may have: paragraphs, emphasis, lists, quotations, code, and links
 * to http, https and mailto addresses. HTML is text, a picture its description, any other link its words.
 */
export function readMarkdown(markdown: string): Mark[] {
  if (!isReadable(markdown)) return [{ kind: 'paragraph', parts: linesOf(markdown) }];
  return marksOf(fromMarkdown(markdown).children);
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];

const marksOf = (nodes: readonly Node[]): Mark[] => nodes.flatMap(markOf);

function markOf(node: Node): Mark[] {
  switch (node.type) {
    case 'text':
      return linesOf(node.value);
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'code':
      return [{ kind: 'codeBlock', text: node.value }];
    case 'html':
      return linesOf(node.value);
    case 'break':
      return [{ kind: 'break' }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'image':
      return node.alt ? [{ kind: 'text', text: node.alt }] : [];
    case 'paragraph':
    case 'heading':
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, parts: marksOf(node.children) }];
    case 'blockquote':
      return [{ kind: 'quote', parts: marksOf(node.children) }];
    case 'list':
      return [
        {
          ...{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1 },
          parts: marksOf(node.children),
        },
      ];
    case 'listItem':
      return [{ kind: 'item', parts: marksOf(node.children) }];
    case 'link':
      return isOpenable(node.url)
        ? [{ kind: 'link', href: node.url, parts: marksOf(node.children) }]
        : marksOf(node.children);
    default:
      return 'children' in node ? marksOf(node.children as Node[]) : [];
  }
}

/** A line break that people typed is one: they write messages, not Markdown. */
function linesOf(text: string): Mark[] {
  return text.split('\n').flatMap((line, at): Mark[] => {
    const words: Mark[] = line === '' ? [] : [{ kind: 'text', text: line }];
    return at === 0 ? words : [{ kind: 'break' }, ...words];
  });
}

/** Whether a link leads to a web page or a mailbox. */
function isOpenable(url: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** A message as one line of plain text, at most `length` characters, for lists and notices. */
export function excerptOf(markdown: string, length: number): string {
  const words = textOf(readMarkdown(markdown.slice(0, length * 8)))
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...words];
  return letters.length <= length ? words : `${letters.slice(0, length - 1).join('')}…`;
}

const blocks: readonly Mark['kind'][] = ['paragraph', 'heading', 'quote', 'item', 'list', 'codeBlock', 'break', 'rule'];

function textOf(marks: readonly Mark[]): string {
  return marks
    .map((mark) => {
      const own = 'text' in mark ? mark.text : 'parts' in mark ? textOf(mark.parts) : '';
      return blocks.includes(mark.kind) ? `${own} ` : own;
    })
    .join('');
}
