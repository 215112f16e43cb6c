import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';

type Status = 'planned' | 'active' | 'on_hold' | 'completed' | 'cancelled';

const tones: Record<Status, Tone> = {
  planned: 'calm',
  active: 'accent',
  on_hold: 'warn',
  completed: 'good',
  cancelled: 'neutral',
};

export function ProjectStatusBadge({ status }: { status: Status }) {
  const t = useTranslations('terms.projectStatus');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
