import type { NavGroup, NavItem } from '@/components/layout/nav-item';
import { NavLink } from '@/components/layout/nav-link';
import { NewsCount } from '@/components/layout/news-count';
import { Icon } from '@/components/ui/icon';

/** The places as tabs at the bottom of a phone; what does not fit is in a sheet behind the last tab, which a desktop shows open. */
export function PlaceTabs({ label, more, items }: { label: string; more: string; items: NavItem[] }) {
  const tabs = items.length <= 5 ? items : items.slice(0, 4);
  const rest = items.slice(tabs.length);
  return (
    <nav aria-label={label} className="frame-places">
      {tabs.map((item) => (
        <Place key={item.href} item={item} />
      ))}
      {rest.length > 0 && (
        <>
          <button type="button" popoverTarget="more-places" className="place">
            <Icon name="ellipsis" />
            {more}
          </button>
          <div id="more-places" popover="auto" className="popover-panel popover-dim frame-sheet">
            {rest.map((item) => (
              <Place key={item.href} item={item} />
            ))}
          </div>
        </>
      )}
    </nav>
  );
}

/** The places as a drawer of a phone, which `DrawerButton` opens and a desktop shows open. */
export function PlaceDrawer({ label, groups }: { label: string; groups: NavGroup[] }) {
  return (
    <nav id="places" popover="auto" aria-label={label} className="popover-panel popover-dim frame-places">
      {groups.map((group) => (
        <div key={group.label ?? ''}>
          {group.label && <p className="eyebrow mb-1.5 px-3">{group.label}</p>}
          {group.items.map((item) => (
            <Place key={item.href} item={item} />
          ))}
        </div>
      ))}
    </nav>
  );
}

export function DrawerButton({ label }: { label: string }) {
  return (
    <button type="button" popoverTarget="places" aria-label={label} className="frame-menu">
      <Icon name="menu" className="size-5" />
    </button>
  );
}

function Place({ item: { href, label, icon, exact, news } }: { item: NavItem }) {
  return (
    <NavLink href={href} exact={exact ?? false} className="place">
      <Icon name={icon} />
      {label}
      {news && <NewsCount {...news} />}
    </NavLink>
  );
}
