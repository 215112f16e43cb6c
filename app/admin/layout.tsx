import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { SecurityBanner } from '@/app/account/security-banner';
import { FormOwner } from '@/components/forms/form-owner';
import { AdminShell } from '@/components/layout/admin-shell';
import type { NavGroup } from '@/components/layout/nav-item';
import { SignOutButton } from '@/components/layout/sign-out-button';
import { Icon } from '@/components/ui/icon';
import { teamMember } from '@/lib/authz/guards';
import { ownerMark } from '@/lib/doors/owner';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** The titles of the area's pages name the business. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = (await forPage(teamMember)).tenant;
  return { title: { default: name, template: `%s · ${name}` } };
}

/** Renders the admin shell in the tenant's colour. Each page has its own guard, because a layout does not run on every navigation. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const me = await forPage(teamMember);
  const t = await getTranslations('admin.nav');
  const { home, projects, documents, gallery, clients, invoices, users, settings, account } = paths.admin;
  const nav: NavGroup[] = [
    { items: [{ href: home, label: t('home'), icon: <Icon name="house" />, exact: true }] },
    {
      label: t('work'),
      items: [
        { href: projects.list, label: t('projects'), icon: <Icon name="folder-open" /> },
        { href: documents.list, label: t('documents'), icon: <Icon name="file-text" /> },
        { href: gallery, label: t('photos'), icon: <Icon name="images" /> },
        { href: clients.list, label: t('clients'), icon: <Icon name="users-round" /> },
      ],
    },
  ];
  if (me.userType === 'admin')
    nav.push(
      {
        label: t('money'),
        items: [{ href: invoices.list, label: t('invoices'), icon: <Icon name="receipt-text" /> }],
      },
      {
        label: t('business'),
        items: [
          { href: users.list, label: t('users'), icon: <Icon name="user-round" /> },
          { href: settings, label: t('settings'), icon: <Icon name="settings" /> },
        ],
      },
    );
  const signOut = (
    <form action={signOutAction}>
      <SignOutButton>{t('signOut')}</SignOutButton>
    </form>
  );
  const links = [{ href: account, label: t('account') }];
  return (
    <AdminShell tenant={me.tenant} home={home} nav={nav} account={{ name: me.name, email: me.email, links, signOut }}>
      <FormOwner mark={ownerMark(me)}>
        <SecurityBanner me={me} />
        {children}
      </FormOwner>
    </AdminShell>
  );
}
