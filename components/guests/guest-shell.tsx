import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Accent } from '@/components/layout/accent';
import { Logo } from '@/components/layout/logo';
import { SkipLink } from '@/components/layout/skip-link';
import { PlainLink } from '@/components/ui/text-link';
import { type Day, formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = {
  business: { name: string; accent: string; logo: string | null };
  sharedBy: string;
  until: Day;
  sections: readonly string[];
  children: ReactNode;
};

/** The frame of what a guest pass shows: whose it is, until when, and its few pages. No account, no search, no bell. */
export function GuestShell({ business, sharedBy, until, sections, children }: Props) {
  const t = useTranslations('guests');
  const locale = useLocale();
  const pages = [
    { href: paths.guest.home, label: t('shown.overview') },
    ...(sections.includes('invoices') ? [{ href: paths.guest.invoices, label: t('section.invoices') }] : []),
    ...(sections.includes('account') ? [{ href: paths.guest.account, label: t('section.account') }] : []),
  ];
  return (
    <>
      <Accent colour={business.accent} />
      <SkipLink />
      <header className="whole border-b border-line">
        <p role="note" className="bg-warn-soft px-5 py-2 text-ink sm:px-10 print:hidden">
          {t('shown.banner', { name: sharedBy, date: formatDay(until, locale, 'long') })}
        </p>
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3 px-5 py-4 sm:px-10">
          <span className="flex min-w-0 items-center gap-3">
            {business.logo && <Logo address={business.logo} />}
            <span className="min-w-0 break-words font-serif text-lg leading-tight">{business.name}</span>
          </span>
          {pages.length > 1 && (
            <nav aria-label={t('shown.nav')}>
              <ul className="flex flex-wrap gap-x-6">
                {pages.map(({ href, label }) => (
                  <li key={href}>
                    <PlainLink href={href} className="link inline-flex min-h-11 items-center">
                      {label}
                    </PlainLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
        <i hidden />
      </header>
      <main id="content" className="mx-auto max-w-[72rem] px-5 pt-8 pb-24 sm:px-10 sm:pt-12">
        {children}
      </main>
    </>
  );
}
