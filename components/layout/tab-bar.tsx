import { useTranslations } from 'next-intl';
import type { NavItem } from '@/components/layout/nav-item';
import { NavLink } from '@/components/layout/nav-link';
import { SideNav } from '@/components/layout/side-nav';
import { Icon } from '@/components/ui/icon';

const tab =
  'flex h-16 w-full min-w-0 flex-col items-center justify-center gap-1 text-2xs font-medium text-ink-faint ' +
  'aria-[current=page]:text-accent-text [&_svg]:size-[1.375rem] [&_svg]:stroke-[1.6]';

/** Up to five tabs at the bottom of a phone; further items are in a sheet behind the last tab. */
export function TabBar({ items }: { items: NavItem[] }) {
  const t = useTranslations('common.nav');
  const fits = items.length <= 5;
  const tabs = fits ? items : items.slice(0, 4);
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper/92 pb-[env(safe-area-inset-bottom)] backdrop-blur-md md:hidden print:hidden">
      <nav aria-label={t('main')}>
        <ul className="flex px-1">
          {tabs.map(({ href, label, icon, exact }) => (
            <li key={href} className="min-w-0 flex-1">
              <NavLink href={href} exact={exact ?? false} className={tab}>
                {icon}
                <span className="max-w-full truncate px-0.5">{label}</span>
              </NavLink>
            </li>
          ))}
          {!fits && (
            <li className="min-w-0 flex-1">
              <button type="button" popoverTarget="more-places" className={tab}>
                <Icon name="ellipsis" />
                {t('more')}
              </button>
            </li>
          )}
        </ul>
      </nav>
      {!fits && (
        <div
          id="more-places"
          popover="auto"
          className="popover-panel popover-dim fixed inset-x-0 top-auto bottom-0 w-full max-w-none translate-y-6 rounded-t-sheet bg-raised px-4 pt-6 pb-[calc(1.5rem+env(safe-area-inset-bottom))] shadow-floating"
        >
          <SideNav groups={[{ items: items.slice(4) }]} />
        </div>
      )}
    </div>
  );
}
