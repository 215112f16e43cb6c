import { adminUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { withHashedPassword } from '@/lib/users/checks';
import { createUser } from '@/lib/users/commands';
import { listUsers } from '@/lib/users/queries';
import { createdUser, createUserInput, userDetail, userFilter } from '@/lib/users/schemas';

export const GET = defineReadRoute({
  summary: "The business's people and those of its clients, by name.",
  guard: adminUser,
  input: userFilter,
  output: listOf(userDetail),
  run: listUsers,
});

export const POST = defineWriteRoute({
  summary: 'Creates a person; with a first password, or with an invitation link that is answered this once.',
  guard: adminUser,
  input: createUserInput,
  output: recordOf(createdUser),
  status: 201,
  idempotent: true,
  prepare: withHashedPassword,
  run: async (db, input, actor) => ({ data: await createUser(db, input, actor) }),
});
