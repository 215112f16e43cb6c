import type { ReactNode } from 'react';

type Props = { title: ReactNode; text: ReactNode; children?: ReactNode };

/** A page of a few words without navigation: not found, an error. */
export function PlainPage({ title, text, children }: Props) {
  return (
    <main id="content" className="mx-auto flex min-h-[70dvh] max-w-prose flex-col justify-center px-6 py-16">
      <h1 className="text-title">{title}</h1>
      <p className="mt-3 mb-8 text-lg text-ink-soft">{text}</p>
      {children && <div>{children}</div>}
    </main>
  );
}
