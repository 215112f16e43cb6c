import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { GuestShell } from '@/components/guests/guest-shell';
import { forGuest } from '@/lib/doors/guest';
import { dayOf } from '@/lib/format';

/** Search engines keep nothing of a pass, and other sites do not learn its address. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = (await forGuest()).tenant;
  const robots = { index: false, follow: false };
  return { title: { default: name, template: `%s · ${name}` }, robots, referrer: 'no-referrer' };
}

/** The frame of a guest's pages. Each page asks for the guest itself, because a layout does not run on every navigation. */
export default async function GuestLayout({ children }: { children: ReactNode }) {
  const { tenant, sharedBy, expiresAt, sections } = await forGuest();
  const until = dayOf(expiresAt, tenant.timeZone);
  return (
    <GuestShell business={tenant} sharedBy={sharedBy} until={until} sections={sections}>
      {children}
    </GuestShell>
  );
}
