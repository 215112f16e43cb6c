import { describe, expect, it } from 'vitest';
import { GET } from '@/app/api/client/projects/[id]/route';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const strange = '01900000-0000-7000-8000-00000000000a';

async function personOf(tries: number): Promise<string> {
  const { id, token } = await tenant.addPerson('client', await tenant.addClient());
  for (let left = tries; left > 0; left--)
    expect((await call(GET, { token, params: { id: strange } })).status).toBe(404);
  return id;
}

const told = async (id: string) =>
  (
    await owner.query<{ detail: unknown; actor_id: string }>(
      `select detail, actor_id from audit_entries where record_id = $1 and action = 'user.refused'`,
      [id],
    )
  ).rows;

describe('refusals by the wall', () => {
  it('are told as a rate: not for nine wrong addresses, once for ten, and not again for nineteen', async () => {
    expect(await told(await personOf(9))).toEqual([]);
    const id = await personOf(19);
    expect(await told(id)).toEqual([{ detail: { count: 10 }, actor_id: id }]);
  });
});
