'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = { href: string; exact?: boolean; className: string; children: ReactNode };

/** A navigation link that knows whether it is current, and closes the sheet it stands in when it is followed. */
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
