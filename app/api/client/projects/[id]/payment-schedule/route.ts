import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { scheduleAnswerOf } from '@/lib/invoices/schedule/columns';
import { getSchedule } from '@/lib/invoices/schedule/queries';
import { paymentSchedule, scheduleOf } from '@/lib/invoices/schedule/schemas';

export const GET = defineReadRoute({
  summary: 'The payment schedule of an own project: what is due when, and what is invoiced and paid of it.',
  guard: clientUser,
  input: scheduleOf,
  output: recordOf(paymentSchedule),
  run: async (db, input, { tenant }) => ({
    data: scheduleAnswerOf(await getSchedule(db, input, today(tenant.timeZone))),
  }),
});
