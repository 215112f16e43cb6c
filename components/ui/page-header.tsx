import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';

type Props = {
  title: ReactNode;
  /** Pages above this one, the nearest last. */
  trail?: Crumb[];
  /** A few words above the title: the client's name, a date. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** Badges beside the title. */
  badge?: ReactNode;
  actions?: ReactNode;
};

/** The header of a page: breadcrumb, title, badges and actions. */
export function PageHeader({ title, trail, eyebrow, lead, badge, actions }: Props) {
  return (
    <header className="mb-9 sm:mb-12">
      {trail && <Breadcrumb trail={trail} />}
      {eyebrow && <p className="eyebrow mb-2">{eyebrow}</p>}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0 max-w-3xl">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="min-w-0 text-title">{title}</h1>
            {badge}
          </div>
          {lead && <p className="mt-3 max-w-prose text-lg leading-relaxed text-ink-soft">{lead}</p>}
        </div>
        {actions && (
          <div className="whole flex flex-wrap items-center gap-3">
            {actions}
            <i hidden />
          </div>
        )}
      </div>
    </header>
  );
}
