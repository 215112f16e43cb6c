'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = { href: string; exact?: boolean; className: string; children: ReactNode };

/** A navigation link that marks the current page and closes the surrounding sheet on click. */
export function NavLink({ href, exact = false, className, children }: Props) {
  const pathname = usePathname();
  const current = pathname === href || (!exact && pathname.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
      className={className}
    >
      {children}
    </Link>
  );
}
