import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Accent } from '@/components/layout/accent';
import { OrielMark } from '@/components/layout/oriel-mark';
import { OrielWindow } from '@/components/layout/oriel-window';
import { SkipLink } from '@/components/layout/skip-link';
import { Avatar } from '@/components/ui/avatar';
import { defaultAccent } from '@/lib/accent';

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** The business whose name, logo and colour the page carries; null for the portal's own. */
  face?: { name: string; accent: string; logo: string | null } | null;
  children: ReactNode;
  /** Below the form: a link to the alternative page. */
  footer?: ReactNode;
};

/** The shell of the pages outside an area: sign in and out, invitation, new password, set-up, no access. */
export function AuthShell({ title, lead, face = null, children, footer }: Props) {
  const t = useTranslations('common.app');
  return (
    <>
      <Accent colour={face?.accent ?? defaultAccent} />
      <SkipLink />
      <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
        <div className="flex min-w-0 flex-col px-6 py-7 sm:px-10 lg:px-16">
          <header className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
            {face ? <FaceMark face={face} /> : <OrielMark className="size-7" />}
            <span className="line-clamp-2 min-w-0 font-serif text-lg leading-tight">{face?.name ?? t('name')}</span>
          </header>
          {/* From the top, not in the middle: a browser that draws before the last line came would move what is there already. */}
          <main id="content" className="mt-[4svh] mb-auto w-full max-w-sm py-12 max-lg:mx-auto lg:mt-[10svh]">
            <h1 className="text-title">{title}</h1>
            {lead && <p className="mt-3 text-ink-soft">{lead}</p>}
            <div className="mt-9">{children}</div>
            {footer && <div className="mt-8 text-[0.9375rem] text-ink-soft">{footer}</div>}
          </main>
          {face && (
            <footer className="flex items-center gap-1.5 text-ink-soft text-sm">
              <OrielMark className="size-4" />
              {t('name')}
            </footer>
          )}
        </div>
        <div className="relative overflow-hidden bg-sunken max-lg:hidden">
          <OrielWindow className="absolute inset-0 size-full" />
        </div>
      </div>
    </>
  );
}

/** The logo has a line of its own, so that the name does not move when it has loaded. Decorative: the name is next to it. */
function FaceMark({ face: { name, logo } }: { face: { name: string; logo: string | null } }) {
  if (logo === null) return <Avatar name={name} size="small" square />;
  return (
    <span className="h-12 w-full">
      <img src={logo} alt="" className="h-full max-w-48 object-contain object-left" />
    </span>
  );
}
