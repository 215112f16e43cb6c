import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Accent } from '@/components/layout/accent';
import { type Account, AccountMenu } from '@/components/layout/account-menu';
import { Brand } from '@/components/layout/brand';
import type { NavGroup } from '@/components/layout/nav-item';
import { SideNav } from '@/components/layout/side-nav';
import { SkipLink } from '@/components/layout/skip-link';
import { Icon } from '@/components/ui/icon';

type Props = {
  name: string;
  accent: string;
  home: string;
  nav: NavGroup[];
  account: Account;
  logo?: ReactNode;
  children: ReactNode;
};

/** The shell with a side bar, which is a drawer on a phone. */
export function SideShell({ name, accent, home, nav, account, logo, children }: Props) {
  const t = useTranslations('common.nav');
  const brand = <Brand name={name} logo={logo} href={home} />;
  return (
    <>
      <Accent colour={accent} />
      <SkipLink />
      <div className="flex min-h-dvh">
        <aside className="sticky top-0 flex h-dvh w-60 shrink-0 flex-col gap-8 overflow-y-auto bg-sunken/60 px-4 py-7 max-lg:hidden print:hidden">
          <div className="px-2">{brand}</div>
          <div className="flex-1">
            <SideNav groups={nav} />
          </div>
          <AccountMenu account={account} place="side" />
        </aside>
        <div className="min-w-0 flex-1">
          <header className="flex h-16 items-center gap-3 px-3 sm:px-6 lg:hidden print:hidden">
            <button
              type="button"
              popoverTarget="places"
              aria-label={t('menu')}
              className="inline-flex size-11 shrink-0 items-center justify-center rounded-field hover:bg-sunken"
            >
              <Icon name="menu" className="size-5" />
            </button>
            <div className="min-w-0 flex-1">{brand}</div>
            <AccountMenu account={account} place="bar" />
          </header>
          <div
            id="places"
            popover="auto"
            className="popover-panel popover-dim fixed inset-y-0 start-0 end-auto h-dvh max-h-none w-72 max-w-[85vw] -translate-x-6 overflow-y-auto bg-paper px-4 py-7 shadow-floating rtl:translate-x-6"
          >
            <div className="mb-8 px-2">{brand}</div>
            <SideNav groups={nav} />
          </div>
          <main
            id="content"
            className="mx-auto max-w-page px-5 pt-5 pb-24 [--title-size:1.75rem] sm:px-8 lg:px-12 lg:pt-9"
          >
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
