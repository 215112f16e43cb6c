import { clsx } from 'clsx';
import { useLocale } from 'next-intl';
import { PlainLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/intl';

export type Tab = { href: string; label: string; count?: number; current: boolean };

/** Views of one page as links: each has an address, so they work without JavaScript and can be shared. Also for filters. */
export function Tabs({ tabs, label, className = 'mb-8' }: { tabs: Tab[]; label: string; className?: string }) {
  const locale = useLocale();
  return (
    <nav aria-label={label} className={clsx('scroll-strip -mx-5 px-5 sm:mx-0 sm:px-0', className)}>
      <ul className="flex min-w-max gap-7 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <PlainLink
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={clsx(
                '-mb-px flex min-h-11 items-center gap-2 border-b-2 text-[0.9375rem]',
                tab.current
                  ? 'border-accent-text font-medium text-ink [scroll-initial-target:nearest]'
                  : 'border-transparent text-ink-soft hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="numerals text-sm text-ink-faint">{formatCount(tab.count, locale)}</span>
              )}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
