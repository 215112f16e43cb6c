import type { TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import type { TeamPhoto } from '@/lib/gallery/schemas';
import { getTeamPhoto } from '@/lib/gallery/team-queries';

/** The form of a photo. */
export const photoEdit = defineEdit<{ id: string }, TeamActor, TeamPhoto>({
  table: 'photos',
  id: ({ id }) => id,
  read: getTeamPhoto,
  fields: ({ visibility, caption, phaseId, takenAt }) => ({ visibility, caption, phaseId, takenAt }),
  events: { record: 'photo', names: ['photo.uploaded', 'photo.changed', 'photo.shared', 'photo.unshared'] },
});
