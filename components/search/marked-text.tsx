import { marked } from '@/lib/search/marking/rule';

/** A text with the words of a question marked. */
export function MarkedText({ text, question }: { text: string; question: string }) {
  return marked(text, question).map(({ text: part, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name and never move
      <mark key={index} className="found">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
