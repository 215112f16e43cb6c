import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction, stopViewingAction } from '@/app/(auth)/actions';
import { NoticeTool } from '@/app/account/notice-tool';
import { SearchTool } from '@/app/account/search-tool';
import { SecurityBanner } from '@/app/account/security-banner';
import { readOpenedAction } from '@/app/client/notifications/actions';
import { FormOwner } from '@/components/forms/form-owner';
import { AreaShell } from '@/components/layout/area-shell';
import { Logo } from '@/components/layout/logo';
import type { NavItem } from '@/components/layout/nav-item';
import { ViewBanner } from '@/components/users/view-banner';
import { clientUser } from '@/lib/authz/guards';
import { ownerMark } from '@/lib/doors/owner';
import { forPage, pageView, pageVisitor } from '@/lib/doors/page';
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
  const { home, projects, documents, gallery, invoices, ledger, progress, timeEntries, settings, support } =
    paths.client;
  const money: NavItem[] = [{ href: invoices(), label: t('money'), icon: 'wallet' }];
  const balance: NavItem[] = [{ href: ledger, label: t('balance'), icon: 'scale' }];
  const view = await pageView();
  const hours: NavItem[] = [{ href: timeEntries(), label: t('hours'), icon: 'clock' }];
  const { hasMoney, hasHours, unreadTickets = 0 } = view?.seen ?? (await pageVisitor()).identity ?? {};
  // A phone shows the first four, and the others under More.
  const items: NavItem[] = [
    { href: home, label: t('home'), icon: 'house', exact: true },
    { href: projects, label: t('projects'), icon: 'folder-open' },
    { href: gallery, label: t('photos'), icon: 'images' },
    ...(hasMoney ? money : []),
    { href: documents, label: t('documents'), icon: 'file-text' },
    {
      ...{ href: support, label: t('support'), icon: 'message-circle' as const },
      news: { count: unreadTickets, address: paths.files.unreadTickets('client'), label: t('news') },
    },
    ...(hasMoney ? balance : []),
    { href: progress, label: t('progress'), icon: 'chart-no-axes-gantt' },
    ...(hasHours ? hours : []),
    { href: settings, label: t('settings'), icon: 'settings' },
  ];
  const signOut = { label: t('signOut'), action: signOutAction };
  const account = { name: me.name, email: me.email, links: [{ href: settings, label: t('settings') }], signOut };
  return (
    <FormOwner mark={ownerMark(me)}>
      <AreaShell
        phone="tabs"
        name={me.tenant.name}
        logo={me.tenant.logo && <Logo address={me.tenant.logo} />}
        accent={me.tenant.accent}
        home={home}
        nav={[{ items }]}
        tools={
          <>
            <SearchTool me={me} />
            <NoticeTool me={me} area="client" opened={readOpenedAction} />
          </>
        }
        account={account}
        banner={view && <ViewBanner name={me.name} stop={stopViewingAction} />}
      >
        <SecurityBanner me={me} />
        {children}
      </AreaShell>
    </FormOwner>
  );
}
