import { useLocale, useTranslations } from 'next-intl';
import { actualSpan, movedFrom, plannedSpan, type TimelineGroup } from '@/components/charts/phase';
import { spanWords, useLateWords } from '@/components/charts/phase-words';
import { type Day, formatPercent } from '@/lib/format';

/** The timeline as a table for screen readers. */
export function PhaseTable({ groups, today }: { groups: TimelineGroup[]; today: Day }) {
  const t = useTranslations('common.timeline');
  const status = useTranslations('terms.phaseStatus');
  const locale = useLocale();
  const lateWords = useLateWords(today);
  return groups.map((group) => (
    <div key={group.id} className="sr-only">
      <table>
        <caption>{group.name ? `${group.name}: ${t('caption')}` : t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('phase')}</th>
            <th scope="col">{t('progress')}</th>
            <th scope="col">{t('planned')}</th>
            <th scope="col">{t('actual')}</th>
          </tr>
        </thead>
        <tbody>
          {group.phases.map((phase) => (
            <tr key={phase.id}>
              <th scope="row">{phase.name}</th>
              <td>
                {[status(phase.status), formatPercent(phase.percent / 100, locale), lateWords(phase)]
                  .filter(Boolean)
                  .join(', ')}
              </td>
              <td>
                {[
                  spanWords(plannedSpan(phase), locale) ?? t('undated'),
                  movedFrom(phase) && t('plan', { dates: spanWords(movedFrom(phase), locale) ?? '' }),
                ]
                  .filter(Boolean)
                  .join('. ')}
              </td>
              <td>{spanWords(actualSpan(phase, today), locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ));
}
