import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { changeRetention } from '@/lib/trail-archives/commands';
import { getRetention } from '@/lib/trail-archives/queries';
import { retention } from '@/lib/trail-archives/schemas';

const output = recordOf(retention);

export const GET = defineReadRoute({
  summary: 'For how many years the business keeps its audit trail.',
  guard: adminUser,
  input: z.strictObject({}),
  output,
  run: async (db, _input, actor) => ({ data: await getRetention(db, actor) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Sets for how many years the audit trail is kept; older lines are sealed into an archive once a week.',
  guard: adminUser,
  input: retention,
  output,
  run: async (db, input, actor) => ({ data: await changeRetention(db, input, actor) }),
});
