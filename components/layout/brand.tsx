import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { PlainLink } from '@/components/ui/text-link';

/** The tenant's logo or monogram, and its name in at most two lines. Links to the home page. */
export function Brand({ name, logo, href }: { name: string; logo?: ReactNode; href: string }) {
  return (
    <PlainLink href={href} className="frame-brand">
      {logo ?? <Avatar name={name} size="small" square />}
      <span className="two-lines">{name}</span>
    </PlainLink>
  );
}
