import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { formatMinutes } from '@/lib/format';
import { largestParts } from '@/lib/time/rule';
import type { TimePart } from '@/lib/time/schemas';

type Props = {
  title: string;
  parts: readonly TimePart[];
  /** The address of the hours of a part. */
  href?: (key: string) => string;
};

/** The most parts that are named; the rest are one line. */
const most = 8;

/** The hours of all that match by person or by project, the largest first, each with a bar. Nothing for fewer than two parts. */
export function HoursSplit({ title, parts, href }: Props) {
  const t = useTranslations('hours');
  const locale = useLocale();
  const named = parts.filter(({ name }) => name !== null);
  if (named.length < 2) return null;
  const { shown, others } = largestParts(named, most);
  const largest = shown[0]?.minutes || 1;
  const bar = 'col-span-2 h-1 w-full overflow-visible fill-accent';
  return (
    <div>
      <h2 className="eyebrow mb-3 font-sans">{title}</h2>
      <ul className="space-y-3 text-[0.9375rem]">
        {shown.map(({ key, name, minutes }) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
            <span className="[overflow-wrap:anywhere]">
              {href && key ? <TextLink href={href(key)}>{name}</TextLink> : name}
            </span>
            <span className="numerals">{formatMinutes(minutes, locale)}</span>
            <svg
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              aria-hidden="true"
              className={`${bar} rtl:-scale-x-100`}
            >
              <path d={`M0 0H${Math.round((minutes / largest) * 1000) / 10}V1H0z`} />
            </svg>
          </li>
        ))}
        {others && (
          <li className="flex justify-between gap-4 text-ink-soft">
            <span>{t('others', { count: others.count })}</span>
            <span className="numerals">{formatMinutes(others.minutes, locale)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
