import { expect, it } from 'vitest';
import { GET as listOf } from '@/app/api/client/invoices/route';
import { identifySession } from '@/lib/auth/identify';
import { testDatabase } from '@/tests/support/database/database';
import { createProject } from '@/tests/support/factories/identity';
import { createLedgerEntry } from '@/tests/support/factories/money';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { signIn } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const api = invoicesOf(tenant.admin.token);

const hasMoney = async ({ email }: { email: string }) =>
  (await identifySession((await signIn(owner, email)).sessionId))?.hasMoney;

it('a client has money from the first issued invoice or entry on; a draft and the money of others are none', async () => {
  const [one, other] = [await tenant.addClient(), await tenant.addClient('Rao villa')];
  const [jane, ravi] = [await tenant.addPerson('client', one), await tenant.addPerson('client', other)];
  const draft = await api.drafted({ client_id: one, lines: [line()] });
  expect(await hasMoney(jane)).toBe(false);
  await api.issue(draft);
  expect([await hasMoney(jane), await hasMoney(ravi)]).toEqual([true, false]);
  await createLedgerEntry(owner, { tenantId: tenant.id, id: other, currency: 'EUR' }, tenant.admin);
  expect(await hasMoney(ravi)).toBe(true);
  expect(await hasMoney(tenant.staff)).toBeNull();
});

it('the invoices of a project are listed and summed alone; those of a foreign project are none', async () => {
  const client = await tenant.addClient('Vale cottage');
  const person = await tenant.addPerson('client', client);
  const parent = { id: client, tenantId: tenant.id, currency: 'EUR' };
  const [attic, barn] = [await createProject(owner, parent), await createProject(owner, parent)];
  for (const project_id of [attic.id, attic.id, barn.id, null])
    await api.issued({ client_id: client, project_id, lines: [line()] });
  const list = async (query: string) => (await call(listOf, { token: person.token, query })).body;
  const { data, totals } = await list(`?project_id=${attic.id}`);
  expect([data.length, totals.count, totals.total]).toEqual([2, 2, '200.00']);
  expect((await list('')).totals.count).toBe(4);
  const foreign = await createProject(owner, { ...parent, id: await tenant.addClient('Elsewhere') });
  expect((await list(`?project_id=${foreign.id}`)).data).toEqual([]);
});
