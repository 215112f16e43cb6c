import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type Props = { children: ReactNode; className?: string; as?: 'div' | 'article' | 'li' | 'section' };

/** A raised surface with a shadow instead of a border. */
export function Card({ children, className, as: Tag = 'div' }: Props) {
  return <Tag className={clsx('min-w-0 rounded-card bg-raised p-5 shadow-raised sm:p-7', className)}>{children}</Tag>;
}
