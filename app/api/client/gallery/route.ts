import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { listPhotos } from '@/lib/gallery/queries';
import { photo, photoFilter } from '@/lib/gallery/schemas';

export const GET = defineReadRoute({
  summary: "The photos that the business shares with the person's client, newest first.",
  guard: clientUser,
  input: photoFilter,
  output: z.object({ data: z.array(photo), nextCursor: z.string().nullable() }),
  run: (db, filter) => listPhotos(db, filter),
});
