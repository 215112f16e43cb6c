import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/lib/intl';

type Props = {
  /** 0–100. */
  percent: number;
  /** Accessible name of the progress bar. */
  label: string;
  /** Shows the number at the end of the bar. */
  showValue?: boolean;
  className?: string;
};

/** A percentage as a thin bar. */
export function ProgressBar({ percent, label, showValue = false, className }: Props) {
  const t = useTranslations('common.progress');
  const locale = useLocale();
  const value = Math.min(100, Math.max(0, percent));
  const text = formatPercent(value / 100, locale);
  return (
    <div className={clsx('flex items-center gap-3', className)}>
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.round(value)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={t('done', { percent: text })}
        className="h-1.5 w-full min-w-0 overflow-hidden rounded-full bg-line/70 rtl:-scale-x-100"
      >
        {value > 0 && <rect width={`${value}%`} height="100%" rx="3" className="fill-accent-text" />}
      </svg>
      {showValue && (
        <span aria-hidden="true" className="numerals min-w-[4.5ch] shrink-0 text-end text-sm text-ink-soft">
          {text}
        </span>
      )}
    </div>
  );
}
