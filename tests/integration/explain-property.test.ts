import fc from 'fast-check';
import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { GET } from '@/app/api/admin/explain/route';
import { type ExplainedType, explainedTypes, isOfRecord, type Reason } from '@/lib/explain/rule';
import { testDatabase } from '@/tests/support/database/database';
import { type AnyRecord, ownWays } from '@/tests/support/explain/own-answers';
import { remove } from '@/tests/support/explain/removals';
import { testStorage } from '@/tests/support/files/storage';
import { signIn } from '@/tests/support/identity/sign-in';
import { seedTenant } from '@/tests/support/wall/random-tenant';

const { owner } = await testDatabase();
await testStorage();

type Found = AnyRecord & { clientId: string };
type Person = { user_id: string; name: string; sees: boolean; reason: Reason | null; will_see: boolean };

const tables: Record<ExplainedType, string> = {
  ...{
    project: 'projects',
    phase: 'phases',
    project_update: 'project_updates',
    document: 'documents',
    photo: 'photos',
  },
  ...{ time_entry: 'time_entries', invoice: 'invoices', credit_note: 'credit_notes', ledger_entry: 'ledger_entries' },
  ticket: 'support_tickets',
};

/** Records of each kind, a few of each state. */
async function recordsOf(tenantId: string, most: number): Promise<Found[]> {
  const found: Found[] = [];
  for (const type of explainedTypes) {
    const project = type === 'project' || type === 'ledger_entry' ? 'null' : 'project_id';
    const client = type === 'ledger_entry' ? 'party_id' : 'client_id';
    const { rows } = await owner.query<Omit<Found, 'type'>>(
      `select id, ${project}::uuid as "projectId", ${client} as "clientId" from ${tables[type]}
       where tenant_id = $1 order by md5(id::text) limit $2`,
      [tenantId, most],
    );
    found.push(...rows.map((row) => ({ ...row, type })));
  }
  return found;
}

async function explained(cookie: string, { type, id }: AnyRecord, person?: string): Promise<Person[]> {
  const query = new URLSearchParams({ type, id, limit: '200', ...(person && { user_id: person }) });
  const answer = await GET(new NextRequest(`http://localhost:3000/api/test?${query}`, { headers: { cookie } }), {});
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { data: Person[] }).data;
}

const cookieOf = async (id: string) => {
  const { rows } = await owner.query<{ email: string }>('select email from users where id = $1', [id]);
  return (await signIn(owner, rows[0]?.email ?? '')).cookie;
};

/** What the person gets by each way; all ways must agree. */
async function gets(cookie: string, record: AnyRecord): Promise<boolean> {
  const answers = new Set<boolean>();
  for (const way of ownWays[record.type]) answers.add(await way(cookie, record));
  expect([...answers], `${record.type} ${record.id}`).toHaveLength(1);
  return answers.has(true);
}

it('what is explained is what the person gets, and each named reason is the true one', {
  timeout: 120_000,
}, async () => {
  const met = new Set<Reason>();
  const demanded: Reason[] = ['otherClient', 'otherPerson', 'photoInternal', 'photoPublic'];
  const property = fc.asyncProperty(fc.gen(), async (generate) => {
    const { id: tenantId } = await seedTenant(
      owner,
      {
        one: (choices) => generate(fc.constantFrom, ...choices),
        count: (min, max) => generate(fc.integer, { min, max }),
      },
      { status: 'active' },
    );
    const team = "select id from users where tenant_id = $1 and user_type = 'admin' and is_active limit 1";
    const admin = await cookieOf((await owner.query(team, [tenantId])).rows[0].id);
    const cookies = new Map<string, string>();
    const cases: { record: Found; person: Person }[] = [];
    for (const record of await recordsOf(tenantId, 5))
      for (const person of await explained(admin, record)) {
        const cookie = cookies.get(person.user_id) ?? (await cookieOf(person.user_id));
        cookies.set(person.user_id, cookie);
        const told = `${record.type} ${record.id} to ${person.name}: ${person.reason}`;
        expect(person.sees, told).toBe(await gets(cookie, record));
        expect(person.reason === null, told).toBe(person.sees);
        if (person.reason) cases.push({ record, person });
      }
    // One of each kind and reason, because what follows changes the tenant.
    const known = new Set<string>();
    for (const { record, person } of cases) {
      const key = `${record.type} ${person.reason}`;
      if (known.has(key)) continue;
      known.add(key);
      await open(admin, record, person.user_id, met);
    }
  });
  await fc.assert(property, { numRuns: 2, endOnFailure: true });
  // A random business need not have every reason.
  for (let more = 0; more < 8 && demanded.some((reason) => !met.has(reason)); more++)
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
  // Every reason was met, so that none of them went untried.
  expect([...met]).toEqual(expect.arrayContaining(demanded));
  expect(met.size).toBeGreaterThan(9);
});

/** Removes the named reasons one after the other, until the person gets the record. None comes back. */
async function open(admin: string, record: Found, personId: string, met: Set<Reason>): Promise<void> {
  const removed: Reason[] = [];
  for (;;) {
    const [person] = await explained(admin, record, personId);
    const told = `${record.type} ${record.id}: ${removed.join(', ')}, then ${person?.reason}`;
    expect(person?.sees, told).toBe(await gets(await cookieOf(personId), record));
    const last = removed.at(-1);
    // What one step would show was foretold.
    if (last && isOfRecord(last)) expect(person?.sees, told).toBe(true);
    if (!person?.reason) return;
    expect(removed, told).not.toContain(person.reason);
    expect(person.will_see, told).toBe(isOfRecord(person.reason));
    met.add(person.reason);
    if (person.reason === 'otherPerson') {
      const { rows } = await owner.query('select client_user_id as id from support_tickets where id = $1', [record.id]);
      expect(rows[0].id).not.toBe(personId);
      const [itsOwn] = await explained(admin, record, rows[0].id);
      expect(itsOwn?.reason).not.toBe('otherPerson');
      return;
    }
    await remove(owner, person.reason, { ...record, personId });
    removed.push(person.reason);
  }
}
