import { adminUser, teamMember } from '@/lib/authz/guards';
import { clientEdit } from '@/lib/clients/checks';
import { changeClient } from '@/lib/clients/commands';
import { getClient } from '@/lib/clients/queries';
import { changeClientInput, clientDetail, clientId } from '@/lib/clients/schemas';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';

const output = recordOf(clientDetail);

export const GET = defineReadRoute({
  summary: 'One client, with what the business notes about it.',
  guard: teamMember,
  input: clientId,
  output,
  edits: clientEdit,
  run: async (db, input) => ({ data: await getClient(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes what is named of a client; deactivated, none of its people has access.',
  guard: adminUser,
  input: changeClientInput,
  output,
  edits: clientEdit,
  run: async (db, input, actor) => ({ data: await changeClient(db, input, actor) }),
});
