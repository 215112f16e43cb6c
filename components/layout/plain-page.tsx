import type { ReactNode } from 'react';

type Props = { title: ReactNode; text: ReactNode; children?: ReactNode };

/**
 * A page of a few words without navigation: not found, an error. They begin at a fixed height, because centred words move while the
 * rest of them arrives.
 */
export function PlainPage({ title, text, children }: Props) {
  return (
    <main id="content" className="mx-auto max-w-prose px-6 pt-[max(4rem,20svh)] pb-16">
      <h1 className="text-title">{title}</h1>
      <p className="mt-3 mb-8 text-lg text-ink-soft">{text}</p>
      {children && <div>{children}</div>}
    </main>
  );
}
