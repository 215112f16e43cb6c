import { adminUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { explainedList, explainFilter } from '@/lib/explain/schemas';
import { explain } from '@/lib/explain/team-queries';

export const GET = defineReadRoute({
  summary: 'Which people of clients see a record now, asked of the wall itself, and why the others do not.',
  guard: adminUser,
  input: explainFilter,
  output: explainedList,
  run: explain,
});
