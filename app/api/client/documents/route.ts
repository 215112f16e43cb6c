import { clientUser } from '@/lib/authz/guards';
import { listClientDocuments } from '@/lib/documents/queries';
import { clientDocument, clientDocumentFilter } from '@/lib/documents/schemas';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: "The published documents of the person's projects, the latest first.",
  guard: clientUser,
  input: clientDocumentFilter,
  output: listOf(clientDocument),
  run: (db, filter) => listClientDocuments(db, filter),
});
