import { teamMember } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listDateChanges } from '@/lib/projects/schedule/queries';
import { dateChange, dateChangeFilter } from '@/lib/projects/schedule/schemas';

export const GET = defineReadRoute({
  summary: 'How the planned dates of a phase moved, the newest first.',
  guard: teamMember,
  input: dateChangeFilter,
  output: listOf(dateChange),
  run: listDateChanges,
});
