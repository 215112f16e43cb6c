import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { scheduleEdit } from '@/lib/invoices/schedule/checks';
import { scheduleAnswerOf } from '@/lib/invoices/schedule/columns';
import { setSchedule } from '@/lib/invoices/schedule/commands';
import { getSchedule } from '@/lib/invoices/schedule/queries';
import { paymentSchedule, scheduleOf, setScheduleInput } from '@/lib/invoices/schedule/schemas';

const output = recordOf(paymentSchedule);

export const GET = defineReadRoute({
  summary: 'The payment schedule of a project: its instalments, how each stands, and the invoice that bills it.',
  guard: adminUser,
  input: scheduleOf,
  output,
  edits: scheduleEdit,
  run: async (db, input, { tenant }) => ({
    data: scheduleAnswerOf(await getSchedule(db, input, today(tenant.timeZone))),
  }),
});

export const PUT = defineWriteRoute({
  summary: 'Replaces the payment schedule of a project. An instalment that is invoiced stays, with its size.',
  guard: adminUser,
  input: setScheduleInput,
  output,
  edits: scheduleEdit,
  run: async (db, input, actor) => {
    const set = await setSchedule(db, input, actor);
    return { data: scheduleAnswerOf(await getSchedule(db, set, today(actor.tenant.timeZone))) };
  },
});
