import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isLate } from '@/components/charts/phase';
import { ActionButton } from '@/components/forms/action-button';
import { PhaseStatusBadge } from '@/components/projects/phase-status-badge';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { PhaseDetail } from '@/lib/projects/phases/schemas';

type Props = {
  phase: PhaseDetail;
  first: boolean;
  last: boolean;
  move: FormAction;
  /** The form of the phase. */
  children: ReactNode;
};

/** A phase in the team's grid: its form, and buttons that move it. */
export function PhaseRow({ phase, first, last, move, children }: Props) {
  const t = useTranslations('phases.list');
  const { name } = phase;
  const ids = { id: phase.projectId, phaseId: phase.id };
  return (
    <li className="py-4 xl:flex xl:items-start xl:gap-2 xl:py-1.5">
      {children}
      <div className="flex w-fit max-xl:relative max-xl:ms-auto max-xl:-mt-11">
        <Move action={move} hidden={ids} direction="up" label={t('up', { name })} at={first}>
          <Icon name="arrow-up" />
        </Move>
        <Move action={move} hidden={ids} direction="down" label={t('down', { name })} at={last}>
          <Icon name="arrow-down" />
        </Move>
      </div>
    </li>
  );
}

/** The status of a phase that its percent does not tell, and whether it is late. */
export function PhaseBadges({ phase, today }: { phase: PhaseDetail; today: Day }) {
  const t = useTranslations('phases.list');
  const late = isLate(phase, today);
  if (!late && phase.status !== 'in_progress' && phase.status !== 'on_hold') return null;
  return (
    <span className="mt-1.5 flex flex-wrap gap-2">
      <PhaseStatusBadge status={phase.status} />
      {late && <Badge tone="bad">{t('late')}</Badge>}
    </span>
  );
}

type MoveProps = {
  action: FormAction;
  hidden: Record<string, string>;
  direction: 'up' | 'down';
  label: string;
  /** Whether the phase is already at this end; the button's space is kept, so that the layout does not shift. */
  at: boolean;
  children: ReactNode;
};

function Move({ action, hidden, direction, label, at, children }: MoveProps) {
  const t = useTranslations('phases.list');
  if (at) return <span className="size-11" />;
  return (
    <ActionButton
      action={action}
      hidden={{ ...hidden, direction }}
      doneMessage={t('moved')}
      undo={{ ...hidden, direction: direction === 'up' ? 'down' : 'up' }}
      look="quiet"
      aria-label={label}
      className="size-11 px-0"
    >
      {children}
    </ActionButton>
  );
}
