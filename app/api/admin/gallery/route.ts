import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { changePhotos } from '@/lib/gallery/commands';
import {
  changePhotosInput,
  teamPhoto,
  teamPhotoFilter,
  type UploadedPhoto,
  uploadedPhoto,
  uploadPhotoInput,
} from '@/lib/gallery/schemas';
import { listTeamPhotos } from '@/lib/gallery/team-queries';
import { uploadPhoto } from '@/lib/gallery/uploads';
import { paths } from '@/lib/paths';

export const GET = defineReadRoute({
  summary: "The business's photos, newest first, each with its visibility.",
  guard: teamMember,
  input: teamPhotoFilter,
  output: listOf(teamPhoto),
  run: (db, filter) => listTeamPhotos(db, filter),
});

export const POST = defineUploadRoute({
  summary: 'Uploads one photo to a project. Smaller renditions without metadata are kept; the upload itself is not.',
  guard: teamMember,
  kind: 'photo',
  fileField: 'photo',
  input: uploadPhotoInput,
  output: recordOf(uploadedPhoto),
  run: ([file], input, actor, keep) => uploadPhoto(file, input, actor, keep),
  answer: (photo: UploadedPhoto) => ({ data: photo }),
  redirectTo: ({ data }) => paths.admin.projects.photos(data.projectId),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of many photos at once: of all of them, or of none.',
  guard: teamMember,
  input: changePhotosInput,
  output: recordOf(z.object({ changed: z.number().int() })),
  run: async (db, input, actor) => ({ data: { changed: await changePhotos(db, input, actor) } }),
});
