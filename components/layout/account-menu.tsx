import { NavLink } from '@/components/layout/nav-link';
import { Avatar } from '@/components/ui/avatar';

export type Account = {
  name: string;
  email: string;
  /** Links to settings and similar pages. */
  links: { href: string; label: string }[];
  /** A plain form action, so that it works without JavaScript. */
  signOut: { label: string; action: () => Promise<void> };
};

/** Shows the signed-in user and the sign-out button: the avatar alone on a phone, with the name on a desktop. */
export function AccountMenu({ account: { name, email, links, signOut }, label }: { account: Account; label: string }) {
  return (
    <>
      <button type="button" popoverTarget="account" className="frame-account">
        <Avatar name={name} size="small" />
        <span className="sr-only">{label}</span>
        <span aria-hidden="true" className="truncate">
          {name}
        </span>
      </button>
      <div id="account" popover="auto" className="popover-panel frame-account-panel">
        <p className="truncate px-3 pt-2 font-medium">{name}</p>
        <p className="truncate px-3 pb-3 text-sm text-ink-soft">{email}</p>
        {links.map((link) => (
          <NavLink key={link.href} href={link.href} className="menu-line">
            {link.label}
          </NavLink>
        ))}
        <form action={signOut.action} className="mt-1 border-t border-line pt-1">
          <button type="submit" className="menu-line">
            {signOut.label}
          </button>
        </form>
      </div>
    </>
  );
}
