import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listPhotos } from '@/lib/gallery/queries';
import { photo, photoFilter } from '@/lib/gallery/schemas';

export const GET = defineReadRoute({
  summary: "The photos that the business shares with the person's client, newest first.",
  guard: clientUser,
  input: photoFilter,
  output: listOf(photo),
  run: (db, filter) => listPhotos(db, filter),
});
