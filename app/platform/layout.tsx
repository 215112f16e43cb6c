import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { SecurityBanner } from '@/app/account/security-banner';
import { FormOwner } from '@/components/forms/form-owner';
import { AreaShell } from '@/components/layout/area-shell';
import type { NavGroup } from '@/components/layout/nav-item';
import { OrielMark } from '@/components/layout/oriel-mark';
import { defaultAccent } from '@/lib/accent';
import { platformUser } from '@/lib/authz/guards';
import { ownerMark } from '@/lib/doors/owner';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** Renders the platform shell. Each page has its own guard, because a layout does not run on every navigation. */
export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const me = await forPage(platformUser);
  const [t, app] = await Promise.all([getTranslations('platform.nav'), getTranslations('common.app')]);
  const nav: NavGroup[] = [
    {
      items: [
        { href: paths.platform.home, label: t('home'), icon: 'house' },
        { href: paths.platform.tenants.list, label: t('tenants'), icon: 'building-complex' },
        { href: paths.platform.audit, label: t('audit'), icon: 'scroll-text' },
      ],
    },
  ];
  const signOut = { label: t('signOut'), action: signOutAction };
  const account = {
    name: me.name,
    email: me.email,
    links: [{ href: paths.platform.account, label: t('account') }],
    signOut,
  };
  return (
    <AreaShell
      phone="drawer"
      name={app('name')}
      logo={<OrielMark className="size-8" />}
      accent={defaultAccent}
      home={paths.platform.home}
      nav={nav}
      account={account}
    >
      <FormOwner mark={ownerMark(me)}>
        <SecurityBanner me={me} />
        {children}
      </FormOwner>
    </AreaShell>
  );
}
