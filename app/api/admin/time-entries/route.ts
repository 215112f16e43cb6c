import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { enterHours } from '@/lib/time/commands';
import { requireProject, sumEntries } from '@/lib/time/queries';
import { enterHoursInput, teamTimeAnswer, teamTimeEntry, teamTimeFilter } from '@/lib/time/schemas';
import { listTeamEntries } from '@/lib/time/team-queries';

export const GET = defineReadRoute({
  summary: 'The hours of the business, the latest day first, with the sums of all that match.',
  guard: teamMember,
  input: teamTimeFilter,
  output: teamTimeAnswer,
  run: async (db, filter, actor) => {
    await requireProject(db, filter);
    return { ...(await listTeamEntries(db, filter, actor)), totals: await sumEntries(db, filter) };
  },
});

export const POST = defineWriteRoute({
  summary: 'Enters hours of the caller, or for admins of a colleague.',
  guard: teamMember,
  input: enterHoursInput,
  output: recordOf(teamTimeEntry),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await enterHours(db, input, actor) }),
});
