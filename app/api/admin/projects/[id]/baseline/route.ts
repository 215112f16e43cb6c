import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { withSchedule } from '@/lib/projects/columns';
import { setBaseline } from '@/lib/projects/schedule/commands';
import { setBaselineInput } from '@/lib/projects/schedule/schemas';
import { teamProjectAnswer } from '@/lib/projects/schemas';
import { getTeamProject } from '@/lib/projects/team-queries';

export const POST = defineWriteRoute({
  summary: 'Makes what is planned now the plan of a begun project; the history keeps the plans before.',
  guard: teamMember,
  input: setBaselineInput,
  output: recordOf(teamProjectAnswer),
  run: async (db, input, actor) => {
    await setBaseline(db, input, actor);
    return { data: withSchedule(await getTeamProject(db, input), today(actor.tenant.timeZone)) };
  },
});
