import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Accent } from '@/components/layout/accent';
import { OrielMark } from '@/components/layout/oriel-mark';
import { OrielWindow } from '@/components/layout/oriel-window';
import { SkipLink } from '@/components/layout/skip-link';
import { defaultAccent } from '@/lib/accent';

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** The tenant, if known: an invitation shows its name. */
  tenant?: { name: string; accent: string };
  children: ReactNode;
  /** Below the form: a link to the alternative page. */
  footer?: ReactNode;
};

/** The shell of the pages outside an area: sign in and out, invitation, new password, set-up, no access, not found. */
export function AuthShell({ title, lead, tenant, children, footer }: Props) {
  const t = useTranslations('common.app');
  return (
    <>
      <Accent colour={tenant?.accent ?? defaultAccent} />
      <SkipLink />
      <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
        <div className="flex flex-col px-6 py-7 sm:px-10 lg:px-16">
          <header className="flex items-center gap-2.5">
            <OrielMark className="size-7" />
            <span className="font-serif text-lg">{tenant?.name ?? t('name')}</span>
          </header>
          <main id="content" className="my-auto w-full max-w-sm py-12 max-lg:mx-auto">
            <h1 className="text-title">{title}</h1>
            {lead && <p className="mt-3 text-ink-soft">{lead}</p>}
            <div className="mt-9">{children}</div>
            {footer && <div className="mt-8 text-[0.9375rem] text-ink-soft">{footer}</div>}
          </main>
        </div>
        <div className="relative overflow-hidden bg-sunken max-lg:hidden">
          <OrielWindow className="absolute inset-0 size-full" />
        </div>
      </div>
    </>
  );
}
