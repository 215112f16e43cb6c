import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
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
        'group relative flex items-center gap-4 py-4',
        href && '-mx-3 rounded-field px-3 hover:bg-sunken/60',
      )}
    >
      {start && <div className="shrink-0">{start}</div>}
      <div className="min-w-0 flex-1">
        <div className="font-medium [overflow-wrap:anywhere]">
          {href ? (
            <PlainLink href={href} className="after:absolute after:inset-0 group-hover:text-accent-text">
              {title}
            </PlainLink>
          ) : (
            title
          )}
        </div>
        {detail && <div className="mt-0.5 text-sm text-ink-soft">{detail}</div>}
      </div>
      {end && <div className="relative flex shrink-0 items-center gap-3 text-end text-sm text-ink-soft">{end}</div>}
      {href && <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint rtl:-scale-x-100" />}
    </li>
  );
}
