import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

type AlertTone = 'good' | 'warn' | 'bad' | 'calm';

const tones = {
  good: { box: 'bg-good-soft', ink: 'text-good', icon: 'circle-check' },
  warn: { box: 'bg-warn-soft', ink: 'text-warn', icon: 'triangle-exclamation-point' },
  bad: { box: 'bg-bad-soft', ink: 'text-bad', icon: 'circle-exclamation-point' },
  calm: { box: 'bg-calm-soft', ink: 'text-calm', icon: 'info' },
} as const;

type Props = {
  tone?: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /**
   * Set for an alert that appears after an action, so that screen readers announce it; not for one rendered with the
   * page.
   */
  live?: boolean;
  className?: string;
};

/** A message about the page or a part of it. */
export function Alert({ tone = 'calm', title, children, action, live = false, className }: Props) {
  const { box, ink, icon } = tones[tone];
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} className={clsx('flex flex-wrap gap-3 rounded-card px-4 py-3.5 sm:px-5', box, className)}>
      <Icon name={icon} className={clsx('mt-0.5 size-5 shrink-0', ink)} />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className={clsx('font-medium', ink)}>{title}</p>}
        {children && <div className={clsx('text-ink', title && 'mt-0.5')}>{children}</div>}
      </div>
      {action && <div className="shrink-0 self-center">{action}</div>}
    </div>
  );
}
