'use server';

import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { changePhoto, removePhotos } from '@/lib/gallery/commands';
import { curateForm, curatePhotos } from '@/lib/gallery/curate';
import { changePhotoInput, photoId } from '@/lib/gallery/schemas';
import { paths } from '@/lib/paths';

export const curatePhotosAction = defineAction({
  guard: teamMember,
  input: curateForm,
  run: curatePhotos,
  answer: z.object({ changed: z.number(), removed: z.boolean() }),
});

export const changePhotoAction = defineAction({ guard: teamMember, input: changePhotoInput, run: changePhoto });

export const removePhotoAction = defineAction({
  guard: teamMember,
  input: photoId,
  run: (db, { id }, actor) => removePhotos(db, { ids: [id] }, actor),
  redirectTo: paths.admin.gallery,
});
