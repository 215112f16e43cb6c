import type { TeamActor } from '@/lib/authz/actor';
import { today } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import { invalid } from '@/lib/errors';
import type { TeamUpdate, UpdateOfProject } from '@/lib/updates/schemas';
import { getTeamUpdate } from '@/lib/updates/team-queries';

/** The form of an update. Comments are no change of it. */
export const updateEdit = defineEdit<UpdateOfProject, TeamActor, TeamUpdate>({
  table: 'project_updates',
  id: ({ updateId }) => updateId,
  read: getTeamUpdate,
  fields: ({ title, body, postedOn, phaseId, photos }) => ({
    ...{ title, body, postedOn, phaseId },
    photoIds: photos.map(({ id }) => id),
  }),
  events: {
    record: 'project_update',
    names: ['update.drafted', 'update.changed', 'update.published', 'update.corrected'],
  },
});

type Parts = {
  postedOn?: string | null | undefined;
  phaseId?: string | null | undefined;
  photoIds?: string[] | undefined;
};

/** Throws VALIDATION for a date in the future, a phase or a photo of another project, and a photo of the showcase, which clients do not see. */
export async function requireParts(db: ReadDb, projectId: string, parts: Parts, timeZone: string): Promise<void> {
  const { postedOn, phaseId, photoIds = [] } = parts;
  if (postedOn && postedOn > today(timeZone)) throw invalid({ postedOn: 'inFuture' });
  if (phaseId) {
    const phase = await db.phase.findFirst({ where: { id: phaseId, projectId }, select: { id: true } });
    if (!phase) throw invalid({ phaseId: 'otherPhase' });
  }
  const chosen = [...new Set(photoIds)];
  if (chosen.length === 0) return;
  const where = { id: { in: chosen }, projectId, visibility: { not: 'public' } } as const;
  const found = await db.photo.findMany({ where, select: { id: true } });
  if (found.length !== chosen.length) throw invalid({ photoIds: 'otherPhoto' });
}
