import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listUpdates } from '@/lib/updates/queries';
import { projectUpdate, updateFilter } from '@/lib/updates/schemas';

export const GET = defineReadRoute({
  summary: 'What the team wrote about your projects, the latest first; with `project_id` about one.',
  guard: clientUser,
  input: updateFilter,
  output: listOf(projectUpdate),
  run: (db, filter) => listUpdates(db, filter),
});
