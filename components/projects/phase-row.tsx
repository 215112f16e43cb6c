import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { isLate, plannedSpan } from '@/components/charts/phase';
import { spanWords } from '@/components/charts/phase-words';
import { ActionButton } from '@/components/forms/action-button';
import { PercentForm } from '@/components/projects/percent-form';
import { PhaseStatusBadge } from '@/components/projects/phase-status-badge';
import { Badge } from '@/components/ui/badge';
import { ProgressBar } from '@/components/ui/progress-bar';
import { TextLink } from '@/components/ui/text-link';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';
import type { PhaseDetail } from '@/lib/projects/phases/schemas';

type Props = {
  phase: PhaseDetail;
  today: Day;
  first: boolean;
  last: boolean;
  setPercent: FormAction;
  move: FormAction;
};

/** A phase in the team's list: its state, a form for its percent, and buttons that move it. */
export function PhaseRow({ phase, today, first, last, setPercent, move }: Props) {
  const t = useTranslations('phases.list');
  const locale = useLocale();
  const { name, percent, weight } = phase;
  const hidden = { id: phase.projectId, phaseId: phase.id };
  const dates = spanWords(plannedSpan(phase), locale) ?? t('undated');
  return (
    <li className="flex flex-wrap items-center gap-x-8 gap-y-4 py-6">
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 className="min-w-0 font-sans text-lg font-medium [overflow-wrap:anywhere]">
            <TextLink href={paths.admin.projects.phase(phase.projectId, phase.id)} aria-label={t('edit', { name })}>
              {name}
            </TextLink>
          </h2>
          <PhaseStatusBadge status={phase.status} />
          {isLate(phase, today) && <Badge tone="bad">{t('late')}</Badge>}
        </div>
        <p className="mt-1 text-sm text-ink-soft">{weight === 1 ? dates : `${dates} · ${t('weight', { weight })}`}</p>
        <ProgressBar percent={percent} label={name} className="mt-3 max-w-md" />
      </div>
      <div className="flex flex-1 items-start justify-between gap-4 sm:flex-none">
        <PercentForm
          action={setPercent}
          hidden={hidden}
          percent={percent}
          label={t('percent', { name })}
          doneMessage={t('setDone')}
        >
          {t('set')}
        </PercentForm>
        <div className="flex">
          <Move action={move} hidden={{ ...hidden, direction: 'up' }} label={t('up', { name })} at={first}>
            <ArrowUp aria-hidden="true" />
          </Move>
          <Move action={move} hidden={{ ...hidden, direction: 'down' }} label={t('down', { name })} at={last}>
            <ArrowDown aria-hidden="true" />
          </Move>
        </div>
      </div>
    </li>
  );
}

type MoveProps = {
  action: FormAction;
  hidden: Record<string, string>;
  label: string;
  /** Whether the phase is already at this end; the button's space is kept, so that the layout does not shift. */
  at: boolean;
  children: React.ReactNode;
};

function Move({ action, hidden, label, at, children }: MoveProps) {
  if (at) return <span className="size-11" />;
  return (
    <ActionButton action={action} hidden={hidden} look="quiet" aria-label={label} className="size-11 px-0">
      {children}
    </ActionButton>
  );
}
