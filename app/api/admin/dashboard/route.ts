import { teamMember } from '@/lib/authz/guards';
import { inboxFilter } from '@/lib/dashboard/inbox/schemas';
import { teamDashboardAnswer, teamDashboardAnswerOf } from '@/lib/dashboard/team/schemas';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary:
    'What waits for the team, the most urgent first, what else needs attention, and the figures of months and weeks.',
  guard: teamMember,
  input: inboxFilter,
  output: recordOf(teamDashboardAnswer),
  run: async (db, filter, actor) => {
    const day = today(actor.tenant.timeZone);
    return { data: teamDashboardAnswerOf(await getTeamDashboard(db, filter, day, actor), day) };
  },
});
