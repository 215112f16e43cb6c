import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/lib/format';

type Props = {
  /** 0–100. */
  percent: number;
  /** Accessible name of the progress bar. */
  label: string;
  size?: 'small' | 'medium' | 'large';
};

const sizes = {
  small: { box: 'size-12', stroke: 7, text: 'text-[0.8125rem] font-medium' },
  medium: { box: 'size-20', stroke: 6, text: 'font-serif text-xl' },
  large: { box: 'size-36', stroke: 5, text: 'font-serif text-4xl' },
} as const;

const radius = 46;
const around = 2 * Math.PI * radius;

/** A percentage as a circle. */
export function ProgressRing({ percent, label, size = 'medium' }: Props) {
  const t = useTranslations('common.progress');
  const locale = useLocale();
  const value = Math.min(100, Math.max(0, percent));
  const { box, stroke, text } = sizes[size];
  const shown = formatPercent(value / 100, locale);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={t('done', { percent: shown })}
      className={`relative inline-flex shrink-0 items-center justify-center ${box}`}
    >
      <svg
        viewBox="0 0 100 100"
        aria-hidden="true"
        className="absolute inset-0 size-full -rotate-90 rtl:-scale-y-100"
        fill="none"
      >
        <circle cx="50" cy="50" r={radius} className="stroke-line" strokeWidth={stroke} />
        {value > 0 && (
          <circle
            cx="50"
            cy="50"
            r={radius}
            className="stroke-accent-text"
            strokeWidth={stroke}
            strokeLinecap="round"
            strokeDasharray={`${(around * value) / 100} ${around}`}
          />
        )}
      </svg>
      <span aria-hidden="true" className={`numerals relative leading-none ${text}`}>
        {shown}
      </span>
    </div>
  );
}
