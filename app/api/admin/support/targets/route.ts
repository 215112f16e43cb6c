import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { targetsEdit } from '@/lib/support/settings/checks';
import { changeTargets } from '@/lib/support/settings/commands';
import { changeTargetsInput, supportTargets } from '@/lib/support/settings/schemas';
import { getTargets } from '@/lib/support/settings/team-queries';
import { withoutUndefined } from '@/lib/without-undefined';

export const GET = defineReadRoute({
  summary: 'Within how many hours the business means to answer tickets first, and to close them; null for none.',
  guard: adminUser,
  input: z.strictObject({}),
  output: recordOf(supportTargets),
  edits: targetsEdit,
  run: async (db, _input, actor) => ({ data: await getTargets(db, actor) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes within how many hours the business means to answer tickets. An absent field keeps its value.',
  guard: adminUser,
  input: changeTargetsInput.partial(),
  output: recordOf(supportTargets),
  edits: targetsEdit,
  run: async (db, input, actor) => {
    await changeTargets(db, { ...(await getTargets(db, actor)), ...withoutUndefined(input) }, actor);
    return { data: await getTargets(db, actor) };
  },
});
