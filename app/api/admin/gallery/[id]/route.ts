import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { photoEdit } from '@/lib/gallery/checks';
import { changePhoto, removePhotos } from '@/lib/gallery/commands';
import { changePhotoInput, photoId, teamPhoto } from '@/lib/gallery/schemas';
import { getTeamPhoto } from '@/lib/gallery/team-queries';

const output = recordOf(teamPhoto);

export const GET = defineReadRoute({
  summary: 'One photo with its visibility.',
  guard: teamMember,
  input: photoId,
  output,
  edits: photoEdit,
  run: async (db, input) => ({ data: await getTeamPhoto(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a photo: visibility, caption, phase, when it was taken.',
  guard: teamMember,
  input: changePhotoInput,
  output,
  edits: photoEdit,
  run: async (db, input, actor) => ({ data: await changePhoto(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes a photo and its bytes for good.',
  guard: teamMember,
  input: photoId,
  output: z.null(),
  status: 204,
  run: async (db, { id }, actor) => {
    await removePhotos(db, { ids: [id] }, actor);
    return null;
  },
});
