import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { hoursEdit } from '@/lib/time/checks';
import { changeHours, removeHours } from '@/lib/time/commands';
import { changeHoursInput, teamTimeEntry, timeEntryId } from '@/lib/time/schemas';
import { getTeamEntry } from '@/lib/time/team-queries';

const output = recordOf(teamTimeEntry);

export const GET = defineReadRoute({
  summary: 'One entry of hours.',
  guard: teamMember,
  input: timeEntryId,
  output,
  edits: hoursEdit,
  run: async (db, input, actor) => ({ data: await getTeamEntry(db, input, actor) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of hours that no invoice bills; staff change their own.',
  guard: teamMember,
  input: changeHoursInput,
  output,
  edits: hoursEdit,
  run: async (db, input, actor) => ({ data: await changeHours(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes hours that no invoice bills; staff remove their own.',
  guard: teamMember,
  input: timeEntryId,
  output: z.void(),
  status: 204,
  run: removeHours,
});
