import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { SecurityBanner } from '@/app/account/security-banner';
import { FormOwner } from '@/components/forms/form-owner';
import { ClientShell } from '@/components/layout/client-shell';
import { SignOutButton } from '@/components/layout/sign-out-button';
import { Icon } from '@/components/ui/icon';
import { clientUser } from '@/lib/authz/guards';
import { ownerMark } from '@/lib/doors/owner';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** The titles of the area's pages name the business. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = (await forPage(clientUser)).tenant;
  return { title: { default: name, template: `%s · ${name}` } };
}

/** Renders the client shell in the tenant's colour. Each page has its own guard, because a layout does not run on every navigation. */
export default async function ClientLayout({ children }: { children: ReactNode }) {
  const me = await forPage(clientUser);
  const t = await getTranslations('client.nav');
  const { home, projects, documents, gallery, invoices, progress, settings } = paths.client;
  const nav = [
    { href: home, label: t('home'), icon: <Icon name="house" />, exact: true },
    { href: projects, label: t('projects'), icon: <Icon name="folder-open" /> },
    { href: invoices(), label: t('money'), icon: <Icon name="wallet" /> },
    { href: gallery, label: t('photos'), icon: <Icon name="images" /> },
    { href: documents, label: t('documents'), icon: <Icon name="file-text" /> },
    { href: progress, label: t('progress'), icon: <Icon name="chart-no-axes-gantt" /> },
    { href: settings, label: t('settings'), icon: <Icon name="settings" /> },
  ];
  const signOut = (
    <form action={signOutAction}>
      <SignOutButton>{t('signOut')}</SignOutButton>
    </form>
  );
  const account = { name: me.name, email: me.email, links: [{ href: settings, label: t('settings') }], signOut };
  return (
    <ClientShell tenant={me.tenant} home={home} nav={nav} account={account}>
      <FormOwner mark={ownerMark(me)}>
        <SecurityBanner me={me} />
        {children}
      </FormOwner>
    </ClientShell>
  );
}
