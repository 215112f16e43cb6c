import { useTranslations } from 'next-intl';
import type { NavGroup } from '@/components/layout/nav-item';
import { NavLink } from '@/components/layout/nav-link';

const item =
  'flex min-h-11 items-center gap-3 rounded-field px-3 text-[0.9375rem] text-ink-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-text [&_svg]:size-[1.125rem] [&_svg]:shrink-0 [&_svg]:stroke-[1.6]';

/** The navigation as a column, for the side bar of a desktop and the drawer of a phone. */
export function SideNav({ groups }: { groups: NavGroup[] }) {
  const t = useTranslations('common.nav');
  return (
    <nav aria-label={t('main')} className="space-y-6">
      {groups.map((group) => (
        <div key={group.label ?? ''}>
          {group.label && <p className="eyebrow mb-1.5 px-3">{group.label}</p>}
          <ul className="space-y-0.5">
            {group.items.map(({ href, label, icon, exact, count }) => (
              <li key={href}>
                <NavLink href={href} exact={exact ?? false} className={item}>
                  {icon}
                  <span className="min-w-0 flex-1 truncate">{label}</span>
                  {count ? <span className="numerals text-sm">{count}</span> : null}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
