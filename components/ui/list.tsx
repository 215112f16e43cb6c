import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';

/** Rows separated by hairlines: documents, tickets, people. */
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
    <li
      className={clsx(
        'group relative isolate flex items-center gap-4 py-4',
        // The background of a row under the pointer is wider than the row, whose divider stays straight.
        href &&
          'before:absolute before:-inset-x-3 before:inset-y-0 before:-z-10 before:rounded-field hover:before:bg-sunken/60',
      )}
    >
      {start && <div className="shrink-0">{start}</div>}
      <div className="min-w-0 flex-1">
        <div className="font-medium">
          {href ? (
            <PlainLink href={href} className="block after:absolute after:inset-0 group-hover:text-accent-text">
              {clamped(title)}
            </PlainLink>
          ) : (
            clamped(title)
          )}
        </div>
        {detail && <div className="mt-0.5 text-sm text-ink-soft">{clamped(detail)}</div>}
      </div>
      {end && (
        <div className="relative flex max-w-[50%] shrink-0 items-center justify-end gap-3 text-end text-sm text-ink-soft">
          {end}
        </div>
      )}
      {href && <Icon name="chevron-right" className="row-arrow size-4 shrink-0 text-ink-faint rtl:-scale-x-100" />}
    </li>
  );
}

/** Plain text in at most two lines; anything else lays itself out. */
function clamped(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <span className="two-lines">{content}</span> : content;
}
