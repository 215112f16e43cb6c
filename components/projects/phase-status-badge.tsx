import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { PhaseStatus } from '@/lib/projects/phases/rule';

const tones: Record<PhaseStatus, Tone> = {
  not_started: 'neutral',
  in_progress: 'accent',
  on_hold: 'warn',
  completed: 'good',
};

export function PhaseStatusBadge({ status }: { status: PhaseStatus }) {
  const t = useTranslations('terms.phaseStatus');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
