import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { type Mark, readMarkdown } from '@/lib/markdown';

/** A message as people wrote it, in safe Markdown (lib/markdown.ts): React elements and never HTML. */
export function Markdown({ text, className }: { text: string; className?: string }) {
  return <div className={clsx('max-w-prose space-y-3 wrap-anywhere', className)}>{shown(readMarkdown(text))}</div>;
}

function shown(marks: readonly Mark[]): ReactNode[] {
  return marks.map(element);
}

function element(mark: Mark, key: number): ReactNode {
  switch (mark.kind) {
    case 'text':
      return mark.text;
    case 'break':
      return <br key={key} />;
    case 'rule':
      return <hr key={key} className="border-line" />;
    case 'code':
      return (
        <code key={key} className="rounded-field bg-sunken px-1 text-[0.9em]">
          {mark.text}
        </code>
      );
    case 'codeBlock':
      return (
        <pre key={key} className="overflow-x-auto rounded-field bg-sunken p-3 text-sm">
          <code>{mark.text}</code>
        </pre>
      );
    case 'paragraph':
      return <p key={key}>{shown(mark.parts)}</p>;
    case 'heading':
      return (
        <p key={key} className="font-medium">
          {shown(mark.parts)}
        </p>
      );
    case 'strong':
      return <strong key={key}>{shown(mark.parts)}</strong>;
    case 'emphasis':
      return <em key={key}>{shown(mark.parts)}</em>;
    case 'quote':
      return (
        <blockquote key={key} className="space-y-3 border-s-2 border-line-strong ps-3 text-ink-soft">
          {shown(mark.parts)}
        </blockquote>
      );
    case 'list':
      return mark.ordered ? (
        <ol key={key} start={mark.start} className="list-decimal space-y-1 ps-6">
          {shown(mark.parts)}
        </ol>
      ) : (
        <ul key={key} className="list-disc space-y-1 ps-6">
          {shown(mark.parts)}
        </ul>
      );
    case 'item':
      return <li key={key}>{shown(mark.parts)}</li>;
    case 'link':
      return (
        <a
          key={key}
          href={mark.href}
          rel="noopener noreferrer nofollow"
          className="underline decoration-1 underline-offset-4"
        >
          {shown(mark.parts)}
        </a>
      );
  }
}
