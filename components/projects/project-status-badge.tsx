import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ProjectStatus } from '@/lib/projects/rule';

const tones: Record<ProjectStatus, Tone> = {
  planned: 'calm',
  active: 'accent',
  on_hold: 'warn',
  completed: 'good',
  cancelled: 'neutral',
};

export function ProjectStatusBadge({ status }: { status: ProjectStatus }) {
  const t = useTranslations('terms.projectStatus');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
