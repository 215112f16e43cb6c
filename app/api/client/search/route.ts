import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { searchRecords } from '@/lib/search/queries';
import { clientSearch, searchAnswer } from '@/lib/search/schemas';

export const GET = defineReadRoute({
  summary: 'What the caller finds in their projects, documents, photos, invoices, requests and hours, the best first.',
  guard: clientUser,
  input: clientSearch,
  output: searchAnswer,
  run: (db, input, actor) => searchRecords(db, input, actor),
});
