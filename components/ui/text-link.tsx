import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<typeof Link>, 'prefetch'>;

/** A link without Next's prefetching, because a list of twenty rows would request twenty pages. */
export function PlainLink(props: Props) {
  return <Link prefetch={false} {...props} />;
}

/** The look of a link inside text, also for a button that looks like one. */
export const textLinkClass = 'link';

/** A link inside text or beside a heading. */
export function TextLink({ className, ...rest }: Props) {
  return <PlainLink className={clsx(textLinkClass, className)} {...rest} />;
}
