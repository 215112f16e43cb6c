import { z } from 'zod';
import type { TeamActor } from '@/lib/authz/actor';
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
  action: z.enum([...visibilities, 'phase', 'caption', 'remove']),
  phaseId: z.uuid('otherPhase').nullish(),
  caption: line(500).nullish(),
});

/** Does the one deed to all photos chosen. An empty caption or phase takes away. Throws NOT_FOUND, VALIDATION. */
export async function curatePhotos(db: WriteDb, input: z.output<typeof curateForm>, actor: TeamActor) {
  const { ids, action, phaseId = null, caption = null } = input;
  if (action === 'remove') return { changed: await removePhotos(db, { ids }, actor), removed: true };
  const change = action === 'phase' ? { phaseId } : action === 'caption' ? { caption } : { visibility: action };
  return { changed: await changePhotos(db, { ids, ...change }, actor), removed: false };
}
