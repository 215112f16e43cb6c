import { z } from 'zod';
import { instant } from '@/lib/dates';
import { line, localTime } from '@/lib/fields';
import { visibilities } from '@/lib/gallery/rule';
import { listOrder, pageQuery } from '@/lib/paging';
import { skipDuplicate } from '@/lib/sent-file';

export const visibility = z.enum(visibilities);

/** The renditions of a photo: each size as JPEG, which every browser shows, and as WebP, a third smaller. */
export const variants = ['thumbnail', 'thumbnail-webp', 'large', 'large-webp'] as const;
const variant = z.enum(variants);

/** A photo as clients and the team see it. */
export const photo = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectName: z.string(),
  phaseId: z.uuid().nullable(),
  phaseName: z.string().nullable(),
  caption: z.string().nullable(),
  takenAt: z.iso.datetime().describe("By the camera, else by the file's name or date, else the time of the upload."),
  width: z.number().int(),
  height: z.number().int(),
  placeholder: z.string().describe('Shown until the photo has loaded: a tiny picture as a data address, or a colour.'),
  variants: z.array(z.object({ variant, width: z.number().int(), height: z.number().int(), url: z.string() })),
  sharedAt: z.iso.datetime().nullable().describe('Since when the client sees it; null while they do not.'),
  createdAt: z.iso.datetime(),
});

/** The fields that the team sees in addition. */
export const teamPhoto = photo.extend({
  visibility,
  clientId: z.uuid(),
  clientName: z.string(),
  updatedAt: z.iso.datetime(),
});

/** A photo that was just uploaded. */
export const uploadedPhoto = teamPhoto.extend({
  isCutShort: z.boolean().describe('Whether the file ended before the picture did; its lowest rows may be blank.'),
});

/** `newest`: the newest first. `phases`: by project and phase, in each phase the oldest first. */
export const photoOrders = {
  newest: listOrder('Photo', 'photos', [
    { column: 'takenAt', kind: 'instant', direction: 'desc', nulls: 'last' },
    { column: 'id', kind: 'id', direction: 'desc' },
  ]),
  phases: listOrder('Photo', 'photos', [
    { column: 'projectId', kind: 'id', direction: 'desc' },
    { of: 'phase', key: 'phaseId', column: 'position', kind: 'whole', nulls: 'last' },
    { column: 'takenAt', kind: 'instant', nulls: 'last' },
    { column: 'id', kind: 'id' },
  ]),
};

export type PhotoOrder = keyof typeof photoOrders;

export const photoFilter = pageQuery(photoOrders.newest).extend({
  projectId: z.uuid().optional(),
  phaseId: z.uuid().optional(),
});
export const teamPhotoFilter = photoFilter.extend({ visibility: visibility.optional() });

export const photoId = z.strictObject({ id: z.uuid() });
export const photoVariant = photoId.extend({ variant });

const details = {
  visibility: visibility.optional(),
  caption: line(500).nullish(),
  phaseId: z.uuid('otherPhase').nullish(),
};

/** The fields sent with the file of a photo. Without `visibility` only the team sees it. */
export const uploadPhotoInput = z.strictObject({
  projectId: z.uuid('unknownProject'),
  ...details,
  fileDate: instant
    .nullish()
    .describe('When the file was last changed on your device: the date of a photo that tells none itself.'),
  skipDuplicate,
});

/** An absent field keeps its value; null removes it. */
export const changePhotoInput = z.strictObject({
  id: z.uuid(),
  ...details,
  takenAt: instant.optional(),
});

/** The form of one photo, with the time in the tenant's own time zone; an empty one stays as it is. */
export const changePhotoForm = changePhotoInput.extend({ takenAt: localTime.nullish() });

/** The same change for many photos, at most one page of a list. */
export const changePhotosInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200), ...details });

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

export const removePhotosInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

export type Variant = z.output<typeof variant>;
export type Photo = z.output<typeof photo>;
export type TeamPhoto = z.output<typeof teamPhoto>;
export type UploadedPhoto = z.output<typeof uploadedPhoto>;
export type PhotoFilter = z.output<typeof photoFilter>;
export type TeamPhotoFilter = z.output<typeof teamPhotoFilter>;
export type UploadPhotoInput = z.output<typeof uploadPhotoInput>;
export type ChangePhotoInput = z.output<typeof changePhotoInput>;
export type ChangePhotoForm = z.output<typeof changePhotoForm>;
export type ChangePhotosInput = z.output<typeof changePhotosInput>;
export type CurateForm = z.output<typeof curateForm>;
export type RemovePhotosInput = z.output<typeof removePhotosInput>;
