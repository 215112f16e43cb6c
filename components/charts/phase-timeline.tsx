import type { TimelineGroup } from '@/components/charts/phase';
import { PhaseChart } from '@/components/charts/phase-chart';
import { PhaseList } from '@/components/charts/phase-list';
import { PhaseTable } from '@/components/charts/phase-table';
import type { Day } from '@/lib/format';

/** `today` is in the tenant's time zone. */
type Props = { groups: TimelineGroup[]; today: Day };

/** Phases over time: bars with today marked on wide screens, a vertical list on a phone. */
export function PhaseTimeline({ groups, today }: Props) {
  return (
    <>
      <div className="max-md:hidden">
        <PhaseChart groups={groups} today={today} />
        <PhaseTable groups={groups} today={today} />
      </div>
      <div className="space-y-10 md:hidden">
        {groups.map((group) => (
          <PhaseList key={group.id} group={group} today={today} />
        ))}
      </div>
    </>
  );
}
