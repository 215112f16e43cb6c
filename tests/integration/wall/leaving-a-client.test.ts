import { describe, expect, test } from 'vitest';
import { write } from '@/lib/authz/scope';
import { actingAs, undone } from '@/tests/integration/wall/acting-as';
import { atTheDoor } from '@/tests/integration/wall/through-prisma';
import { testDatabase } from '@/tests/support/database/database';
import {
  createAdmin,
  createClient,
  createClientUser,
  createProject,
  createTenant,
} from '@/tests/support/factories/identity';
import { createPayment } from '@/tests/support/factories/money';
import { adminActor } from '@/tests/support/identity/actors';
import { mayEnter } from '@/tests/support/wall/subject';
import { whoSeesWhat } from '@/tests/support/wall/who-sees-what';
import { loadWorld, type TableName, tables } from '@/tests/support/wall/world';

const { owner } = await testDatabase();

/** A client with one user, the contact of its project, and an admin of the tenant. */
async function fixture() {
  const tenant = await createTenant(owner);
  const client = await createClient(owner, tenant);
  const person = await createClientUser(owner, client);
  const project = await createProject(owner, client, { clientUserId: person.id });
  const admin = await createAdmin(owner, tenant);
  return { tenant, client, person, project, actor: await adminActor(owner, admin.email) };
}

async function contactOf(project: { id: string }): Promise<string | null> {
  const { rows } = await owner.query<{ contact: string | null }>(
    'select client_user_id as contact from projects where id = $1',
    [project.id],
  );
  return rows[0]?.contact ?? null;
}

describe('who leaves a client', () => {
  test('for another one is no contact of the old one any more', async () => {
    const { tenant, person, project, actor } = await fixture();
    const other = await createClient(owner, tenant);
    await write(actor, (db) =>
      db.user.update({ where: { id: person.id }, data: { clientId: other.id }, select: { id: true } }),
    );
    expect(await contactOf(project)).toBeNull();
  });

  test('and stays where they were keeps their projects', async () => {
    const { client, person, project, actor } = await fixture();
    const same = { clientId: client.id, name: 'Jane Okafor' };
    await write(actor, (db) => db.user.update({ where: { id: person.id }, data: same, select: { id: true } }));
    expect(await contactOf(project)).toBe(person.id);
  });

  test('because they are removed is no contact any more, and the project stays', async () => {
    const { person, project } = await fixture();
    await owner.query('delete from users where id = $1', [person.id]);
    expect(await contactOf(project)).toBeNull();
  });

  test('because the client is removed stays a person, without a client', async () => {
    const { client, person, project } = await fixture();
    await owner.query('delete from projects where id = $1', [project.id]);
    await owner.query('delete from clients where id = $1', [client.id]);
    const { rows } = await owner.query('select client_id, tenant_id from users where id = $1', [person.id]);
    expect(rows).toEqual([{ client_id: null, tenant_id: person.tenantId }]);
  });

  test('cannot be the contact of a project of another client', async () => {
    const { tenant, person, actor } = await fixture();
    const project = await createProject(owner, await createClient(owner, tenant));
    const change = { where: { id: project.id }, data: { clientUserId: person.id }, select: { id: true } };
    await expect(write(actor, (db) => db.project.update(change))).rejects.toThrow(/[Ff]oreign key/);
  });
});

describe('a client user without a client', () => {
  test('is not let in, while the same person with one is', async () => {
    const { client, person, actor } = await fixture();
    const entered = async () => {
      const world = await loadWorld(owner);
      const user = world.users.find(({ id }) => id === person.id);
      if (!user) throw new Error('The person is gone');
      return { let: (await atTheDoor(owner, user)).actor !== null, may: mayEnter(user, world) };
    };
    expect(await entered()).toEqual({ let: true, may: true });
    await write(actor, (db) =>
      db.user.update({ where: { id: person.id }, data: { clientId: null }, select: { id: true } }),
    );
    expect(await entered()).toEqual({ let: false, may: false });
    expect(client.tenantId).toBe(person.tenantId);
  });

  test('would see nothing of any client if a door let them in by mistake', async () => {
    const { client, person, actor } = await fixture();
    await createPayment(owner, { ...client, clientId: client.id }, { id: actor.userId, name: actor.name });
    const me = { kind: 'client', userId: person.id, clientId: null, tenantId: person.tenantId } as const;
    const ofClients = tables.filter((table): table is TableName => table !== 'users' && table !== 'tenants');
    const seen = await undone(owner, async () => {
      await owner.query('update users set client_id = null where id = $1', [person.id]);
      return actingAs(owner, me, async () => {
        const rows: string[] = [];
        for (const table of ofClients.filter((name) => whoSeesWhat[name].client)) {
          const { rowCount } = await owner.query(`select 1 from ${table}`);
          if (rowCount) rows.push(table);
        }
        return rows;
      });
    });
    expect(seen).toEqual([]);
  });
});
