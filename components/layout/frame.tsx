'use client';

import type { ReactNode } from 'react';
import { type Account, AccountMenu } from '@/components/layout/account-menu';
import { Brand } from '@/components/layout/brand';
import type { NavGroup } from '@/components/layout/nav-item';
import { DrawerButton, PlaceDrawer, PlaceTabs } from '@/components/layout/places';

export type FrameProps = {
  /** The navigation of a phone: tabs at the bottom, or a drawer. On a desktop both are a column at the side. */
  phone: 'tabs' | 'drawer';
  name: string;
  logo?: ReactNode;
  home: string;
  /** Of tabs: one group by priority, of which a phone shows the first four, or five. */
  nav: NavGroup[];
  account: Account;
  words: { skip: string; main: string; more: string; menu: string; account: string };
  /** Above the content of every page, as in “you are viewing as …”. */
  banner?: ReactNode;
  /** Beside the account, as the notification bell. */
  tools?: ReactNode;
  children: ReactNode;
};

/**
 * What is around every page of an area. Each part is there once: a phone and a desktop lay out the same elements. A browser
 * component with plain data, because the elements of a server component are in every answer twice, as HTML and as payload.
 */
export function Frame({ phone, name, logo, home, nav, account, words, banner, tools, children }: FrameProps) {
  return (
    <>
      <a href="#content" className="skip-link">
        {words.skip}
      </a>
      {banner}
      <div className={`frame frame-${phone}`}>
        <header className="frame-side">
          {phone === 'drawer' && <DrawerButton label={words.menu} />}
          <Brand name={name} logo={logo} href={home} />
          {tools}
          {phone === 'drawer' ? (
            <PlaceDrawer label={words.main} groups={nav} />
          ) : (
            <PlaceTabs label={words.main} more={words.more} items={nav.flatMap(({ items }) => items)} />
          )}
          <AccountMenu account={account} label={words.account} />
        </header>
        <main id="content" className="frame-content">
          {children}
        </main>
      </div>
    </>
  );
}
