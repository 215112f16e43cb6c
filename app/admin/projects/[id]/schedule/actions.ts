'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { atRows } from '@/lib/errors';
import { scheduleEdit } from '@/lib/invoices/schedule/checks';
import { invoiceInstalment, setSchedule } from '@/lib/invoices/schedule/commands';
import { type InstalmentInput, instalmentId, setScheduleInput } from '@/lib/invoices/schedule/schemas';
import { paths } from '@/lib/paths';

/** A row with a phase and nothing else is an offer of the form. A stored row is removed by emptying its size and its title. */
const isTyped = ({ phaseId, title, percent, amount, dueOn, id }: InstalmentInput) =>
  Boolean(percent || amount || dueOn || (title && (id || !phaseId)));

export const setScheduleAction = defineAction({
  guard: adminUser,
  input: setScheduleInput,
  edits: scheduleEdit,
  run: (db, { id, instalments: sent }, actor) => {
    const typed = sent.flatMap((row, at) => (isTyped(row) ? [{ row, at }] : []));
    const places = typed.map(({ at }) => at);
    return atRows('instalments', places, setSchedule(db, { id, instalments: typed.map(({ row }) => row) }, actor));
  },
  redirectTo: ({ id }) => paths.admin.projects.invoices(id),
});

export const invoiceInstalmentAction = defineAction({
  guard: adminUser,
  input: instalmentId,
  run: invoiceInstalment,
  redirectTo: ({ id }) => paths.admin.invoices.edit(id),
});
