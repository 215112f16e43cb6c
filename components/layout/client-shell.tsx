import type { ReactNode } from 'react';
import { Accent } from '@/components/layout/accent';
import { type Account, AccountMenu } from '@/components/layout/account-menu';
import { Brand } from '@/components/layout/brand';
import { Logo } from '@/components/layout/logo';
import type { NavItem } from '@/components/layout/nav-item';
import { SideNav } from '@/components/layout/side-nav';
import { SkipLink } from '@/components/layout/skip-link';
import { TabBar } from '@/components/layout/tab-bar';

type Props = {
  tenant: { name: string; accent: string; logo?: string | null };
  home: string;
  /** By priority: a phone shows the first four, or five, as tabs. */
  nav: NavItem[];
  account: Account;
  /** Above the content of every page, as in “you are viewing as …”. */
  banner?: ReactNode;
  /** Beside the account, as the notification bell. */
  tools?: ReactNode;
  children: ReactNode;
};

/** The shell of the client area: tabs at the bottom on a phone, a side bar on a desktop. */
export function ClientShell({ tenant, home, nav, account, banner, tools, children }: Props) {
  const brand = <Brand name={tenant.name} logo={tenant.logo && <Logo address={tenant.logo} />} href={home} />;
  return (
    <>
      <Accent colour={tenant.accent} />
      <SkipLink />
      {banner}
      <div className="mx-auto flex min-h-dvh max-w-[88rem]">
        <aside className="sticky top-0 flex h-dvh w-60 shrink-0 flex-col gap-8 overflow-y-auto px-4 py-7 max-md:hidden lg:w-64 print:hidden">
          <div className="flex items-center justify-between gap-2 px-2">
            {brand}
            {tools}
          </div>
          <div className="flex-1">
            <SideNav groups={[{ items: nav }]} />
          </div>
          <AccountMenu account={account} place="side" />
        </aside>
        <div className="min-w-0 flex-1">
          <header className="flex h-16 items-center justify-between gap-4 px-5 md:hidden print:hidden">
            {brand}
            <div className="flex shrink-0 items-center gap-2">
              {tools}
              <AccountMenu account={account} place="bar" />
            </div>
          </header>
          <main id="content" className="px-5 pt-5 pb-32 sm:px-8 md:pt-12 md:pb-24 lg:px-14">
            {children}
          </main>
        </div>
      </div>
      <TabBar items={nav} />
    </>
  );
}
