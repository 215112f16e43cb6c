import { useTranslations } from 'next-intl';
import { Messages } from '@/components/layout/messages';
import { NewPhaseForm } from '@/components/projects/new-phase-form';
import { phaseColumns } from '@/components/projects/phase-columns';
import { PhaseForm } from '@/components/projects/phase-form';
import { PhaseBadges, PhaseRow } from '@/components/projects/phase-row';
import { valuesOf } from '@/components/projects/phase-values';
import { TextLink } from '@/components/ui/text-link';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';
import { phaseStatuses } from '@/lib/projects/phases/rule';
import type { PhaseDetail } from '@/lib/projects/phases/schemas';
import { moveReasons } from '@/lib/projects/schedule/rule';

type Props = {
  project: { id: string; name: string; phases: readonly PhaseDetail[] };
  versionOf: (phase: PhaseDetail) => string;
  today: Day;
  /** The planned start of the next phase. */
  startsOn: Day | null;
  add: FormAction;
  save: FormAction;
  move: FormAction;
};

/** The phases of a project, each a row of fields, and a row for a new one. */
export function PhaseGrid({ project, versionOf, today, startsOn, add, save, move }: Props) {
  const t = useTranslations('phases.grid');
  const status = useTranslations('terms.phaseStatus');
  const words = useTranslations('schedule.reason');
  const reasons = moveReasons.map((value) => ({ value, label: words(value) }));
  const statuses = phaseStatuses.map((value) => ({ value, label: status(value) }));
  const { id, name, phases } = project;
  const last = phases.length - 1;
  return (
    <Messages for={['phases.grid']}>
      {phases.length > 0 && (
        <>
          <div aria-hidden="true" className="eyebrow mt-6 flex gap-2 border-b border-line pb-2 max-sm:hidden">
            <div className={`${phaseColumns} flex-1`}>
              <span>{t('name')}</span>
              <span>{t('percent')}</span>
              <span>{t('plannedStartOn')}</span>
              <span>{t('plannedEndOn')}</span>
            </div>
            <span className="w-[5.5rem] max-xl:hidden" />
          </div>
          <ol aria-label={t('label', { name })} className="divide-y divide-line/70 border-b border-line/70">
            {phases.map((phase, index) => (
              <PhaseRow key={phase.id} phase={phase} first={index === 0} last={index === last} move={move}>
                <PhaseForm
                  action={save}
                  hidden={hiddenOf(phase)}
                  version={versionOf(phase)}
                  shown={valuesOf(phase)}
                  statuses={statuses}
                  planned={plannedOf(phase)}
                  reasons={reasons}
                  last={index === last}
                  badges={<PhaseBadges phase={phase} today={today} />}
                  link={
                    <TextLink href={paths.admin.projects.phase(id, phase.id)}>
                      {t('edit', { name: phase.name })}
                    </TextLink>
                  }
                />
              </PhaseRow>
            ))}
          </ol>
        </>
      )}
      <div className="xl:pe-24">
        <NewPhaseForm action={add} projectId={id} startsOn={startsOn} />
      </div>
    </Messages>
  );
}

/** The planned dates that the plan of a begun project has. */
function plannedOf({ baselineStartOn, baselineEndOn }: PhaseDetail) {
  const dates = [baselineStartOn !== null && 'plannedStartOn', baselineEndOn !== null && 'plannedEndOn'] as const;
  return dates.filter((date) => date !== false);
}

/** The ids of a phase, and the state that the form shows. */
function hiddenOf(phase: PhaseDetail): Record<string, string> {
  return {
    id: phase.projectId,
    phaseId: phase.id,
    'shown.status': phase.status,
    'shown.percent': String(phase.percent),
    'shown.actualStartOn': phase.actualStartOn ?? '',
    'shown.actualEndOn': phase.actualEndOn ?? '',
  };
}
