import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { listClientDocuments } from '@/lib/documents/queries';
import { clientDocument, clientDocumentFilter } from '@/lib/documents/schemas';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: "The published documents of the person's projects, the latest first.",
  guard: clientUser,
  input: clientDocumentFilter,
  output: z.object({ data: z.array(clientDocument), nextCursor: z.string().nullable() }),
  run: listClientDocuments,
});
