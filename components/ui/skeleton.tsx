import { clsx } from 'clsx';

/** Placeholder for loading content; needs the size of that content. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={clsx('animate-pulse rounded-field bg-line/60', className)} />;
}
