import type { CSSProperties, ReactNode } from 'react';
import type { MailColours } from '@/components/mail/colours';
import { type Mark, readMarkdown } from '@/lib/markdown';

type Props = { text: string; colours: MailColours; style: CSSProperties };

/** A message as people wrote it, in the same safe Markdown as on the pages. Mail programs know no style sheets, so styles are inline. */
export function Message({ text, colours, style }: Props) {
  return (
    <div className="ink" style={{ ...style, color: colours.ink, paddingTop: 6 }}>
      {drawn(readMarkdown(text), colours)}
    </div>
  );
}

const block = { margin: '0 0 10px' } as const;
const listed = { margin: '0 0 10px', paddingInlineStart: 22 } as const;
const code = { fontFamily: 'ui-monospace,Menlo,Consolas,monospace', fontSize: 14, whiteSpace: 'pre-wrap' } as const;

const drawn = (marks: readonly Mark[], colours: MailColours): ReactNode[] =>
  marks.map((mark, key) => element(mark, key, colours));

function element(mark: Mark, key: number, colours: MailColours): ReactNode {
  switch (mark.kind) {
    case 'text':
      return mark.text;
    case 'break':
      return <br key={key} />;
    case 'rule':
      return <hr key={key} className="line" style={{ border: 0, borderTop: `1px solid ${colours.line}` }} />;
    case 'code':
      return (
        <code key={key} style={code}>
          {mark.text}
        </code>
      );
    case 'codeBlock':
      return (
        <pre key={key} style={{ ...block, ...code }}>
          {mark.text}
        </pre>
      );
    case 'heading':
    case 'strong':
      return mark.kind === 'heading' ? (
        <p key={key} style={{ ...block, fontWeight: 600 }}>
          {drawn(mark.parts, colours)}
        </p>
      ) : (
        <strong key={key}>{drawn(mark.parts, colours)}</strong>
      );
    case 'paragraph':
      return (
        <p key={key} style={block}>
          {drawn(mark.parts, colours)}
        </p>
      );
    case 'emphasis':
      return <em key={key}>{drawn(mark.parts, colours)}</em>;
    case 'quote':
      return (
        <blockquote
          key={key}
          className="line"
          style={{ ...block, paddingInlineStart: 12, borderInlineStart: `2px solid ${colours.line}` }}
        >
          {drawn(mark.parts, colours)}
        </blockquote>
      );
    case 'list':
      return mark.ordered ? (
        <ol key={key} start={mark.start} style={listed}>
          {drawn(mark.parts, colours)}
        </ol>
      ) : (
        <ul key={key} style={listed}>
          {drawn(mark.parts, colours)}
        </ul>
      );
    case 'item':
      return <li key={key}>{drawn(mark.parts, colours)}</li>;
    case 'link':
      return (
        <a key={key} className="link" href={mark.href} style={{ color: colours.link }}>
          {drawn(mark.parts, colours)}
        </a>
      );
  }
}
