import { z } from 'zod';
import type { TeamWho } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { line } from '@/lib/fields';
import { changePhotos, removePhotos } from '@/lib/gallery/commands';
import { visibilities } from '@/lib/gallery/rule';

/** What the form over many photos says: those chosen, and the deed whose button was pressed. */
export const curateForm = z.strictObject({
  ids: z
    .array(z.uuid())
    .max(200)
    .default([])
    .refine((ids) => ids.length > 0, 'noPhotosChosen'),
  deed: z.enum([...visibilities, 'phase', 'caption', 'remove']),
  phaseId: z.uuid('otherPhase').nullish(),
  caption: line(500).nullish(),
});

/** Does the one deed to all photos chosen. An empty caption or phase takes away. Throws NOT_FOUND, VALIDATION. */
export async function curatePhotos(db: WriteDb, input: z.output<typeof curateForm>, who: TeamWho) {
  const { ids, deed, phaseId = null, caption = null } = input;
  if (deed === 'remove') return { changed: await removePhotos(db, { ids }, who), removed: true };
  const change = deed === 'phase' ? { phaseId } : deed === 'caption' ? { caption } : { visibility: deed };
  return { changed: await changePhotos(db, { ids, ...change }, who), removed: false };
}
