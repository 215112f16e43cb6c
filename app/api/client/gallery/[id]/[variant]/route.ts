import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getPhotoFile } from '@/lib/gallery/files';
import { photoVariant } from '@/lib/gallery/schemas';
import { noteOpening } from '@/lib/openings/commands';

export const GET = defineFileRoute({
  summary:
    'A rendition of a photo that the business shares with the client. With `download` it is kept, and the business sees that.',
  guard: clientUser,
  input: photoVariant.extend({ download: z.literal('true').optional() }),
  disposition: ({ download }) => (download ? 'attachment' : 'inline'),
  find: getPhotoFile,
  records: ({ download }) => download !== undefined,
  record: (db, { id }, actor) => noteOpening(db, { type: 'photo', id }, 'downloaded', actor),
});
