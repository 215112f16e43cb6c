import { useTranslations } from 'next-intl';
import { PlainLink } from '@/components/ui/text-link';

export type Crumb = { href: string; label: string };

/** Links to the pages above the current one, which is left out because its title follows. */
export function Breadcrumb({ trail }: { trail: Crumb[] }) {
  const t = useTranslations('common.nav');
  return (
    <nav aria-label={t('trail')} className="mb-4">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-ink-faint">
        {trail.map((crumb, index) => (
          <li key={crumb.href} className="flex min-w-0 items-center gap-x-2">
            <PlainLink href={crumb.href} className="truncate py-1 underline-offset-4 hover:text-ink hover:underline">
              {crumb.label}
            </PlainLink>
            {index < trail.length - 1 && <span aria-hidden="true">/</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
