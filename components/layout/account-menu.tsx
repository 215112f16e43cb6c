import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NavLink } from '@/components/layout/nav-link';
import { Avatar } from '@/components/ui/avatar';

export type Account = {
  name: string;
  email: string;
  /** Links to settings and similar pages. */
  links: { href: string; label: string }[];
  /** The sign-out form with its button. */
  signOut: ReactNode;
};

type Props = {
  account: Account;
  /** `bar`: the avatar alone, opens downwards. `side`: with the name, opens upwards. */
  place: 'bar' | 'side';
};

/** Shows the signed-in user and the sign-out button. A popover, so that signing out works without JavaScript. */
export function AccountMenu({ account, place }: Props) {
  const t = useTranslations('common.nav');
  const id = `account-${place}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={
          place === 'bar'
            ? 'rounded-full p-0.5'
            : 'flex w-full items-center gap-3 rounded-field p-2 text-start hover:bg-sunken'
        }
      >
        <Avatar name={account.name} size={place === 'bar' ? 'medium' : 'small'} />
        {place === 'side' && (
          <span aria-hidden="true" className="min-w-0 flex-1 truncate text-[0.9375rem]">
            {account.name}
          </span>
        )}
        <span className="sr-only">{t('account', { name: account.name })}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className={`popover-panel fixed w-64 rounded-card bg-raised p-2 shadow-floating ${
          place === 'bar' ? 'inset-auto end-4 top-16 -translate-y-2' : 'inset-auto start-4 bottom-20 translate-y-2'
        }`}
      >
        <div className="px-3 pt-2 pb-3">
          <p className="truncate font-medium">{account.name}</p>
          <p className="truncate text-sm text-ink-soft">{account.email}</p>
        </div>
        <ul>
          {account.links.map((link) => (
            <li key={link.href}>
              <NavLink
                href={link.href}
                className="flex min-h-11 items-center rounded-field px-3 text-[0.9375rem] hover:bg-sunken"
              >
                {link.label}
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="mt-1 border-t border-line pt-1">{account.signOut}</div>
      </div>
    </>
  );
}
