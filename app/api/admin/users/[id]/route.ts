import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { userEdit } from '@/lib/users/checks';
import { changeUser } from '@/lib/users/commands';
import { getUser } from '@/lib/users/queries';
import { changeUserInput, userDetail, userId } from '@/lib/users/schemas';

const output = recordOf(userDetail);

export const GET = defineReadRoute({
  summary: 'One person.',
  guard: adminUser,
  input: userId,
  output,
  edits: userEdit,
  run: async (db, input) => ({ data: await getUser(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a person; on a move to another client they leave the projects of the old one.',
  guard: adminUser,
  input: changeUserInput,
  output,
  edits: userEdit,
  run: async (db, input, actor) => ({ data: await changeUser(db, input, actor) }),
});
