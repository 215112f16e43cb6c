import { describe, expect, it } from 'vitest';
import { GET as findClients } from '@/app/api/admin/clients/route';
import { GET as findProjects } from '@/app/api/admin/projects/route';
import { read } from '@/lib/authz/scope';
import { mostChoices } from '@/lib/choices';
import { listClientChoices } from '@/lib/clients/queries';
import { Prisma } from '@/lib/db/generated/client';
import { listParties, listTeamProjectChoices } from '@/lib/projects/team-queries';
import { hourChoices } from '@/lib/time/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { businessOfMany } from '@/tests/support/fixtures/many-choices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const count = 1001;
const large = await businessOfMany(owner, count);
const other = await createTestTenant(owner);
const actor = await adminActor(owner, large.admin.email);
const idOf = async (table: 'clients' | 'projects', at: number): Promise<string> => {
  const { rows } = await owner.query(
    `select id from ${table} where tenant_id = $1 and name like '%' || lpad($2, 5, '0') || '%'`,
    [large.id, String(at)],
  );
  return rows[0].id;
};

type Body = { data: { id: string; name: string }[] };
const found = async (route: typeof findClients, token: string, search: string) => {
  const { body } = await call(route, { token, query: `?${new URLSearchParams({ search, limit: '20' })}` });
  return (body as Body).data.map((row) => row.id);
};

describe('in a business with 1,001 clients and projects', () => {
  it('a page carries the first of them, and the chosen one', async () => {
    const last = await idOf('clients', count);
    const clients = await read(actor, (db) => listClientChoices(db, last));
    expect([clients.options.length, clients.more]).toEqual([mostChoices + 1, true]);
    expect(clients.options.at(-1)).toEqual({ id: last, name: 'Client 01001 Žižka', isActive: true });
    const oldest = await idOf('projects', count);
    for (const projects of [
      await read(actor, (db) => listTeamProjectChoices(db, oldest)),
      (await read(actor, (db) => hourChoices(db, oldest))).projects,
    ]) {
      expect([projects.options.length, projects.more]).toEqual([mostChoices + 1, true]);
      expect(projects.options.at(-1)).toEqual({ id: oldest, name: 'House 01001 Žižka · Client 01001 Žižka' });
    }
  });

  it('the project of somebody’s last hours is among those of the next', async () => {
    const oldest = await idOf('projects', count);
    const client = await idOf('clients', count);
    await owner.query(
      `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, hours_shown, updated_at)
        select gen_random_uuid(), $1, $2, $3, u.id, u.name, '2026-11-30', 60, 'Work', p.hours_shown, now()
        from users u, projects p where u.email = $4 and p.id = $3`,
      [large.id, client, oldest, large.admin.email],
    );
    const { projects, lastProjectId } = await read(actor, (db) => hourChoices(db));
    expect(lastProjectId).toBe(oldest);
    expect(projects.options.map((option) => option.id)).toContain(oldest);
  });

  it.each([
    ['clients', findClients],
    ['projects', findProjects],
  ] as const)('the last of the %s is found by a part of its name, by its team alone', async (kind, route) => {
    const wanted = await idOf(kind, count);
    for (const { token } of [large.admin, large.staff])
      for (const typed of ['01001', 'zizka']) expect(await found(route, token, typed)).toEqual([wanted]);
    for (const { token } of [other.admin, other.staff]) expect(await found(route, token, '01001')).toEqual([]);
    const person = await large.addPerson('client', await idOf('clients', count));
    expect((await call(route, { token: person.token, query: '?search=01001' })).status).toBe(403);
  });

  it('the choices read as many rows as they show, by an index in their order', async () => {
    for (const statement of [
      `select id, name, is_active from clients order by name, id limit ${mostChoices + 1}`,
      `select id, name from projects order by created_at desc, id limit ${mostChoices + 1}`,
    ]) {
      const [row] = await read(
        actor,
        (db) =>
          db.$queryRaw<{ 'QUERY PLAN': [{ Plan: Node }] }[]>`explain (analyze, format json) ${Prisma.raw(statement)}`,
      );
      const nodes = all(row?.['QUERY PLAN'][0].Plan);
      expect(nodes.map((node) => node['Node Type'])).toContain('Index Scan');
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
      expect(Math.max(...nodes.map((node) => node['Actual Rows']))).toBe(mostChoices + 1);
    }
  });

  it('the form of a new project carries the people of the chosen client only', async () => {
    const first = await idOf('clients', 1);
    const { name, ...person } = await large.addPerson('client', first);
    const parties = (clientId?: string) =>
      read(actor, async (db) => listParties(db, await listClientChoices(db, clientId), clientId));
    expect(await parties()).toMatchObject({ partial: true, people: [] });
    expect((await parties(first)).people).toEqual([{ id: person.id, name, clientId: first }]);
  });
});

it('a business with 50 clients chooses among all of them', async () => {
  for (let at = 0; at < mostChoices; at++) await other.addClient(`Client ${at}`);
  const choices = async () => read(await adminActor(owner, other.admin.email), (db) => listClientChoices(db));
  expect(await choices()).toMatchObject({ more: false, options: { length: mostChoices } });
  await other.addClient('One more');
  expect(await choices()).toMatchObject({ more: true, options: { length: mostChoices } });
});

type Node = { 'Node Type': string; 'Actual Rows': number; Plans?: Node[] };
function all(node: Node | undefined): Node[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(all)] : [];
}
