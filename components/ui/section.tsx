'use client';

import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

type Props = {
  title: ReactNode;
  /** One sentence under the heading. */
  lead?: ReactNode;
  /** At the end of the heading's line: a link to the full list, a button. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A section of a page with its heading. A browser component, so that its elements are not in the payload of a page. */
export function Section({ title, lead, aside, children, className }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx('mt-12 first:mt-0 sm:mt-16', className)}>
      <div className="section-head">
        <div className="min-w-0">
          <h2 id={id} className="text-section">
            {title}
          </h2>
          {lead && <p className="mt-1 max-w-prose text-ink-soft">{lead}</p>}
        </div>
        {aside && <div className="text-sm print:hidden">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
