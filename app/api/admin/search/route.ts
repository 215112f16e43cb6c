import { teamMember } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { searchRecords } from '@/lib/search/queries';
import { searchAnswer, teamSearch } from '@/lib/search/schemas';

export const GET = defineReadRoute({
  summary: 'What the team finds in its records, the best first; staff find no invoices, credit notes and people.',
  guard: teamMember,
  input: teamSearch,
  output: searchAnswer,
  run: (db, input, actor) => searchRecords(db, input, actor),
});
