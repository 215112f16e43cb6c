import { z } from 'zod';
import type { TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { line } from '@/lib/fields';
import { changePhotos, removePhotos } from '@/lib/gallery/commands';
import { visibilities } from '@/lib/gallery/rule';

/**
 * The form over many photos: the chosen photos and the step of the pressed button. A button named `action` would hide the
 * form's property of that name.
 */
export const curateForm = z.strictObject({
  ids: z
    .array(z.uuid())
    .max(200)
    .default([])
    .refine((ids) => ids.length > 0, 'noPhotosChosen'),
  step: z.enum([...visibilities, 'phase', 'caption', 'remove']),
  phaseId: z.uuid('otherPhase').nullish(),
  caption: line(500).nullish(),
});

/** Applies the step to all chosen photos; an empty caption or phase removes it. Throws NOT_FOUND, VALIDATION. */
export async function curatePhotos(db: WriteDb, input: z.output<typeof curateForm>, actor: TeamActor) {
  const { ids, step, phaseId = null, caption = null } = input;
  if (step === 'remove') return { changed: await removePhotos(db, { ids }, actor), removed: true };
  const change = step === 'phase' ? { phaseId } : step === 'caption' ? { caption } : { visibility: step };
  return { changed: await changePhotos(db, { ids, ...change }, actor), removed: false };
}
