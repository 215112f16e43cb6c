import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { eraseUser } from '@/lib/users/erasure/commands';
import { getErasure } from '@/lib/users/erasure/queries';
import { eraseUserInput, erasure } from '@/lib/users/erasure/schemas';
import { userId } from '@/lib/users/schemas';

const output = recordOf(erasure);

export const GET = defineReadRoute({
  summary: 'The protocol of the erasure of a person: how many rows of which table were erased, replaced or kept.',
  guard: adminUser,
  input: userId,
  output,
  run: async (db, input) => ({ data: await getErasure(db, input) }),
});

export const POST = defineWriteRoute({
  summary:
    'Erases a person for good: personal data goes or is replaced where law does not require it; money and trail stay.',
  guard: adminUser,
  input: eraseUserInput,
  output,
  run: async (db, input, actor) => ({ data: await eraseUser(db, input, actor) }),
});
