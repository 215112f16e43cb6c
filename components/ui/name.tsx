import type { ReactNode } from 'react';

/** A name in at most two lines, with a badge beside it or, where both do not fit, below it. */
export function Name({ children, badge }: { children: string; badge?: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="two-lines">{children}</span>
      {badge}
    </span>
  );
}
