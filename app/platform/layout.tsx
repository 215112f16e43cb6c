import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { SecurityBanner } from '@/app/account/security-banner';
import { FormOwner } from '@/components/forms/form-owner';
import { PlatformShell } from '@/components/layout/platform-shell';
import { SignOutButton } from '@/components/layout/sign-out-button';
import { Icon } from '@/components/ui/icon';
import { platformUser } from '@/lib/authz/guards';
import { ownerMark } from '@/lib/doors/owner';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** Renders the platform shell. Each page has its own guard, because a layout does not run on every navigation. */
export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const me = await forPage(platformUser);
  const t = await getTranslations('platform.nav');
  const nav = [
    { items: [{ href: paths.platform.tenants.list, label: t('tenants'), icon: <Icon name="building-complex" /> }] },
  ];
  const signOut = (
    <form action={signOutAction}>
      <SignOutButton>{t('signOut')}</SignOutButton>
    </form>
  );
  const account = {
    name: me.name,
    email: me.email,
    links: [{ href: paths.platform.account, label: t('account') }],
    signOut,
  };
  return (
    <PlatformShell home={paths.platform.tenants.list} nav={nav} account={account}>
      <FormOwner mark={ownerMark(me)}>
        <SecurityBanner me={me} />
        {children}
      </FormOwner>
    </PlatformShell>
  );
}
