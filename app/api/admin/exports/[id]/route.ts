import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { exportId, teamExport } from '@/lib/exports/schemas';
import { getTeamExport } from '@/lib/exports/team-queries';

export const GET = defineReadRoute({
  summary: 'One archive of a client, with its progress.',
  guard: adminUser,
  input: exportId,
  output: recordOf(teamExport),
  run: async (db, input) => ({ data: await getTeamExport(db, input) }),
});
