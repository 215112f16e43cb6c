import { useTranslations } from 'next-intl';
import { currentPhase } from '@/lib/projects/phases/rule';
import type { PortalProject } from '@/lib/projects/schemas';

/**
 * Returns a function that names a project's current phase: “Now: Roof structure”. It returns null when all phases are
 * completed or there are none.
 */
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
