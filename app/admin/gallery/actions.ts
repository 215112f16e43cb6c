'use server';

import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { photoEdit } from '@/lib/gallery/checks';
import { changePhotoByForm, curatePhotos, removePhotos } from '@/lib/gallery/commands';
import { changePhotoForm, curateForm, photoId } from '@/lib/gallery/schemas';
import { paths } from '@/lib/paths';

export const curatePhotosAction = defineAction({
  guard: teamMember,
  input: curateForm,
  run: curatePhotos,
  answer: z.object({ changed: z.number(), removed: z.boolean() }),
});

export const changePhotoAction = defineAction({
  guard: teamMember,
  input: changePhotoForm,
  edits: photoEdit,
  run: changePhotoByForm,
});

export const removePhotoAction = defineAction({
  guard: teamMember,
  input: photoId,
  run: (db, { id }, actor) => removePhotos(db, { ids: [id] }, actor),
  redirectTo: paths.admin.gallery,
});
