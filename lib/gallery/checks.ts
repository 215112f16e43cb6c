import type { TeamActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import type { TeamPhoto } from '@/lib/gallery/schemas';
import { findSentPhoto, getTeamPhoto } from '@/lib/gallery/team-queries';
import { type SentFile, sentBefore } from '@/lib/storage/sent-twin';

/** The form of a photo. */
export const photoEdit = defineEdit<{ id: string }, TeamActor, TeamPhoto>({
  table: 'photos',
  id: ({ id }) => id,
  read: getTeamPhoto,
  fields: ({ visibility, caption, phaseId, takenAt }) => ({ visibility, caption, phaseId, takenAt }),
  events: { record: 'photo', names: ['photo.uploaded', 'photo.changed', 'photo.shared', 'photo.unshared'] },
});

/** Throws CONFLICT, naming the photo, where the project has one that was sent with these bytes. */
export async function refuseSentPhoto(db: ReadDb, sent: SentFile): Promise<void> {
  const twin = await findSentPhoto(db, sent);
  if (twin) throw sentBefore(sent.fileName, twin);
}
