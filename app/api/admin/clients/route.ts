import { adminUser, teamMember } from '@/lib/authz/guards';
import { createClient } from '@/lib/clients/commands';
import { listClients } from '@/lib/clients/queries';
import { clientDetail, clientFilter, clientSummary, createClientInput } from '@/lib/clients/schemas';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: "The business's clients by name.",
  guard: teamMember,
  input: clientFilter,
  output: listOf(clientSummary),
  run: listClients,
});

export const POST = defineWriteRoute({
  summary: 'Creates a client.',
  guard: adminUser,
  input: createClientInput,
  output: recordOf(clientDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await createClient(db, input, actor) }),
});
