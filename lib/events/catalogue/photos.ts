import { z } from 'zod';
import { PhotoVisibility } from '@/lib/db/generated/enums';
import { changedText, eventKind } from '@/lib/events/define';

const place = { projectId: z.uuid(), clientId: z.uuid() };
const visibility = z.enum(PhotoVisibility);

/** Events of photos. `shared` and `unshared` follow from the visibility "client" before and after. */
export const photoEvents = {
  'photo.uploaded': eventKind('photo', 'team', { ...place, visibility, fileName: z.string() }),
  'photo.changed': eventKind('photo', 'team', {
    ...place,
    caption: changedText,
    phaseId: z.uuid().nullable().optional(),
    visibility: visibility.optional(),
    takenAt: z.iso.datetime({ offset: true }).optional(),
  }),
  'photo.shared': eventKind('photo', 'client', place),
  'photo.unshared': eventKind('photo', 'team', place),
  'photo.removed': eventKind('photo', 'team', { ...place, caption: changedText }),
};
