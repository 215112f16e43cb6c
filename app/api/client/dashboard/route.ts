import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { findDashboard } from '@/lib/dashboard/dashboard';
import { dashboardAnswer, dashboardAnswerOf } from '@/lib/dashboard/schemas';
import { today as todayIn } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { forbidden } from '@/lib/errors';

export const GET = defineReadRoute({
  summary: 'Projects with their progress, what is next, what changed, open invoices and the hours of this month.',
  guard: clientUser,
  input: z.strictObject({}),
  output: recordOf(dashboardAnswer),
  run: async (db, _input, actor) => {
    const today = todayIn(actor.tenant.timeZone);
    const dashboard = await findDashboard(db, today);
    if (!dashboard) throw forbidden();
    return { data: dashboardAnswerOf(dashboard, today) };
  },
});
