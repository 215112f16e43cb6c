import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { NoticeTool } from '@/app/account/notice-tool';
import { SearchTool } from '@/app/account/search-tool';
import { SecurityBanner } from '@/app/account/security-banner';
import { readOpenedAction } from '@/app/admin/notifications/actions';
import { FormOwner } from '@/components/forms/form-owner';
import { AreaShell } from '@/components/layout/area-shell';
import { Logo } from '@/components/layout/logo';
import type { NavGroup } from '@/components/layout/nav-item';
import { teamMember } from '@/lib/authz/guards';
import { ownerMark } from '@/lib/doors/owner';
import { forPage, pageVisitor } from '@/lib/doors/page';
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
  const { unreadTickets = 0 } = (await pageVisitor()).identity ?? {};
  const { home, projects, documents, gallery, clients, invoices, payments, creditNotes, ledger, users } = paths.admin;
  const { hours, support, imports, outbox, settings, audit, account } = paths.admin;
  const nav: NavGroup[] = [
    { items: [{ href: home, label: t('home'), icon: 'house', exact: true }] },
    {
      label: t('work'),
      items: [
        {
          ...{ href: support, label: t('support'), icon: 'inbox' as const },
          news: { count: unreadTickets, address: paths.files.unreadTickets('admin'), label: t('news') },
        },
        { href: projects.list, label: t('projects'), icon: 'folder-open' },
        { href: documents.list, label: t('documents'), icon: 'file-text' },
        { href: gallery, label: t('photos'), icon: 'images' },
        { href: hours.list, label: t('hours'), icon: 'clock' },
        { href: clients.list, label: t('clients'), icon: 'users-round' },
      ],
    },
  ];
  if (me.userType === 'admin')
    nav.push(
      {
        label: t('money'),
        items: [
          { href: invoices.list, label: t('invoices'), icon: 'receipt-text' },
          { href: payments.list, label: t('payments'), icon: 'banknote' },
          { href: creditNotes.list, label: t('creditNotes'), icon: 'file-minus-corner' },
          { href: ledger(), label: t('ledger'), icon: 'scale' },
        ],
      },
      {
        label: t('business'),
        items: [
          { href: users.list, label: t('users'), icon: 'user-round' },
          { href: imports.list, label: t('imports'), icon: 'file-spreadsheet' },
          { href: outbox, label: t('outbox'), icon: 'mail' },
          { href: audit, label: t('audit'), icon: 'scroll-text' },
          { href: settings, label: t('settings'), icon: 'settings' },
        ],
      },
    );
  const signOut = { label: t('signOut'), action: signOutAction };
  const links = [{ href: account, label: t('account') }];
  return (
    <FormOwner mark={ownerMark(me)}>
      <AreaShell
        phone="drawer"
        name={me.tenant.name}
        logo={me.tenant.logo && <Logo address={me.tenant.logo} />}
        accent={me.tenant.accent}
        home={home}
        nav={nav}
        tools={
          <>
            <SearchTool me={me} />
            <NoticeTool me={me} area="admin" opened={readOpenedAction} />
          </>
        }
        account={{ name: me.name, email: me.email, links, signOut }}
      >
        <SecurityBanner me={me} />
        {children}
      </AreaShell>
    </FormOwner>
  );
}
