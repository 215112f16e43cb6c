'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';

/** Rows separated by hairlines: documents, tickets, people. Browser components, whose elements are not in the payload of a page. */
export function List({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  return (
    <ul aria-label={label} className={clsx('divide-y divide-line/70', className)}>
      {children}
    </ul>
  );
}

type RowProps = {
  title: ReactNode;
  /** Second line, in a quieter style. */
  detail?: ReactNode;
  /** Before the text: an avatar, an icon, a ring. */
  start?: ReactNode;
  /** After the text: a date, a badge, a button. */
  end?: ReactNode;
  /** Makes the whole row a link. */
  href?: string;
};

export function ListRow({ title, detail, start, end, href }: RowProps) {
  return (
    <li className={clsx('row', href && 'row-link')}>
      {start && <div className="shrink-0">{start}</div>}
      <div className="min-w-0 flex-1">
        <div className="font-medium">
          {href ? (
            <PlainLink href={href} className="cover block">
              {clamped(title)}
            </PlainLink>
          ) : (
            clamped(title)
          )}
        </div>
        {detail && <div className="row-detail">{clamped(detail)}</div>}
      </div>
      {end && <div className="row-end">{end}</div>}
      {href && <Icon name="chevron-right" className="row-arrow" />}
    </li>
  );
}

/** Plain text in at most two lines; anything else lays itself out. */
function clamped(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <span className="two-lines">{content}</span> : content;
}
