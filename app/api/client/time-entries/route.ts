import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { listEntries, requireProject, sumEntries } from '@/lib/time/queries';
import { timeAnswer, timeFilter } from '@/lib/time/schemas';

export const GET = defineReadRoute({
  summary: 'The hours of the visible projects, the latest day first, with the sums of all that match.',
  guard: clientUser,
  input: timeFilter,
  output: timeAnswer,
  run: async (db, filter) => {
    await requireProject(db, filter);
    return { ...(await listEntries(db, filter)), totals: await sumEntries(db, filter) };
  },
});
