import { useTranslations } from 'next-intl';
import { currentPhase } from '@/lib/projects/phases/current-phase';
import type { PortalProject } from '@/lib/projects/schemas';

/** Says where a project stands: “Now: Roof structure”. Null when every phase is done or there is none. */
export function usePhaseWords() {
  const t = useTranslations('client.project.phase');
  return ({ phases }: Pick<PortalProject, 'phases'>): string | null => {
    const phase = currentPhase(phases);
    if (!phase) return null;
    const words = { phase: phase.name };
    if (phase.status === 'in_progress') return t('now', words);
    return phase.status === 'on_hold' ? t('held', words) : t('next', words);
  };
}
