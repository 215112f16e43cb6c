import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { PlainLink } from '@/components/ui/text-link';

/** The tenant's logo or monogram, and its name. Links to the home page. */
export function Brand({ name, logo, href }: { name: string; logo?: ReactNode; href: string }) {
  return (
    <PlainLink href={href} className="inline-flex min-w-0 max-w-full items-center gap-3 rounded-field">
      {logo ?? <Avatar name={name} size="small" square />}
      <span className="line-clamp-2 min-w-0 text-balance font-serif text-[1.0625rem] leading-tight">{name}</span>
    </PlainLink>
  );
}
