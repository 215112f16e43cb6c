'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { formatInstant } from '@/lib/intl';
import type { SeenPhase } from '@/lib/onboarding/schemas';

type Props = {
  business: string;
  name: string;
  phases: readonly SeenPhase[];
  /** Stands in place of phases that are not known yet. */
  note?: string;
};

/** A new project as the people of its client find it: name, and phases with their dates. */
export function SeenProject({ business, name, phases, note }: Props) {
  const t = useTranslations('onboarding.seen');
  const locale = useLocale();
  const date = (day: string) => formatInstant(new Date(`${day}T00:00:00Z`), { locale, timeZone: 'UTC' }, 'date');
  return (
    <Card>
      <p className="text-sm text-ink-soft">{business}</p>
      <p className="two-lines mt-1 font-serif text-xl">{name}</p>
      {phases.length > 0 ? (
        <ol className="mt-4 divide-y divide-line">
          {phases.map((phase, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two phases may have one name, and the order never changes here
            <li key={`${index} ${phase.name}`} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
              <span className="min-w-0 font-medium">{phase.name}</span>
              <span className="numerals text-sm text-ink-soft">
                {phase.plannedStartOn && phase.plannedEndOn
                  ? t('dates', { from: date(phase.plannedStartOn), until: date(phase.plannedEndOn) })
                  : t('undated')}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="mt-2 text-ink-soft">{note ?? t('noPhases')}</p>
      )}
    </Card>
  );
}
