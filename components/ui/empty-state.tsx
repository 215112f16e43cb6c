import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** States which content will appear here, and when. */
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
};

/** Placeholder of an empty list or page, with an optional action. */
export function EmptyState({ title, children, icon, action }: Props) {
  return (
    <div className="flex flex-col items-center rounded-card bg-sunken/70 px-6 py-12 text-center sm:py-16">
      {icon && (
        <div aria-hidden="true" className="mb-4 text-ink-faint [&_svg]:size-7 [&_svg]:stroke-[1.25]">
          {icon}
        </div>
      )}
      <p className="font-serif text-xl text-ink">{title}</p>
      {children && <div className="mt-2 max-w-md text-ink-soft">{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
