import { clientUser } from '@/lib/authz/guards';
import { getClientDocument } from '@/lib/documents/queries';
import { clientDocumentDetail, documentId } from '@/lib/documents/schemas';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: 'One published document.',
  guard: clientUser,
  input: documentId,
  output: recordOf(clientDocumentDetail),
  run: async (db, input) => ({ data: await getClientDocument(db, input) }),
});
