import { clsx } from 'clsx';

/** The place of something that is still coming; give it the size of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={clsx('animate-pulse rounded-field bg-line/60', className)} />;
}
