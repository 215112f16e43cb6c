import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { getUpdate } from '@/lib/updates/queries';
import { projectUpdate, updateId } from '@/lib/updates/schemas';

export const GET = defineReadRoute({
  summary: 'One update on a project of yours, with its photos and newest comments.',
  guard: clientUser,
  input: updateId,
  output: recordOf(projectUpdate),
  run: async (db, input) => ({ data: await getUpdate(db, input) }),
});
