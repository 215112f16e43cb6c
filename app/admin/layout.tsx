import {
  Banknote,
  FileMinus2,
  FileText,
  FolderOpen,
  House,
  Images,
  ReceiptText,
  Scale,
  Settings,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { SecurityBanner } from '@/app/account/security-banner';
import { FormOwner } from '@/components/forms/form-owner';
import { AdminShell } from '@/components/layout/admin-shell';
import type { NavGroup } from '@/components/layout/nav-item';
import { SignOutButton } from '@/components/layout/sign-out-button';
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
  const { home, projects, documents, gallery, clients, invoices, payments, creditNotes, ledger, users } = paths.admin;
  const { settings, account } = paths.admin;
  const nav: NavGroup[] = [
    { items: [{ href: home, label: t('home'), icon: <House aria-hidden="true" />, exact: true }] },
    {
      label: t('work'),
      items: [
        { href: projects.list, label: t('projects'), icon: <FolderOpen aria-hidden="true" /> },
        { href: documents.list, label: t('documents'), icon: <FileText aria-hidden="true" /> },
        { href: gallery, label: t('photos'), icon: <Images aria-hidden="true" /> },
        { href: clients.list, label: t('clients'), icon: <UsersRound aria-hidden="true" /> },
      ],
    },
  ];
  if (me.userType === 'admin')
    nav.push(
      {
        label: t('money'),
        items: [
          { href: invoices.list, label: t('invoices'), icon: <ReceiptText aria-hidden="true" /> },
          { href: payments.list, label: t('payments'), icon: <Banknote aria-hidden="true" /> },
          { href: creditNotes.list, label: t('creditNotes'), icon: <FileMinus2 aria-hidden="true" /> },
          { href: ledger(), label: t('ledger'), icon: <Scale aria-hidden="true" /> },
        ],
      },
      {
        label: t('business'),
        items: [
          { href: users.list, label: t('users'), icon: <UserRound aria-hidden="true" /> },
          { href: settings, label: t('settings'), icon: <Settings aria-hidden="true" /> },
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
