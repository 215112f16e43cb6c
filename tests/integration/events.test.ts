import { describe, expect, it } from 'vitest';
import { write } from '@/lib/authz/scope';
import { recordAnonymousEvent, recordEvent, recordEvents } from '@/lib/events/record';
import { addPhase } from '@/lib/projects/phases/commands';
import { testDatabase } from '@/tests/support/database/database';
import { createAccount, freshOrigin } from '@/tests/support/identity/account';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

async function trailOf(recordId: string) {
  const { rows } = await owner.query(
    `select action, record_type, tenant_id, actor_id, actor_name, actor_type, ip, detail
     from audit_entries where record_id = $1 order by created_at, id`,
    [recordId],
  );
  return rows;
}

async function createAdmin() {
  const account = await createAccount(owner, { userType: 'admin' });
  return { account, actor: await adminActor(owner, account.email) };
}

describe('an event', () => {
  it('is a line of the audit trail under its name, with the person, the place and the facts', async () => {
    const { account, actor } = await createAdmin();
    const event = { name: 'user.password_changed', recordId: account.id, facts: {} } as const;
    await write(actor, (db) => recordEvent(db, actor, event));
    const { id, tenantId, name } = account;
    expect(await trailOf(id)).toEqual([
      {
        ...{ action: 'user.password_changed', record_type: 'user', tenant_id: tenantId },
        ...{ actor_id: id, actor_name: name, actor_type: 'admin', ip: actor.origin.ip, detail: {} },
      },
    ]);
  });

  it('that nobody is known for keeps the account, and has no record where there is none', async () => {
    const { account, actor } = await createAdmin();
    const email = `${account.id}@example.com`;
    const event = { name: 'user.sign_in_failed', recordId: null, facts: { email } } as const;
    await write(actor, (db) =>
      recordAnonymousEvent(db, { origin: freshOrigin(), tenantId: account.tenantId, account }, event),
    );
    const { rows } = await owner.query(
      `select actor_id, actor_type, record_type, record_id from audit_entries where detail->>'email' = $1`,
      [email],
    );
    expect(rows).toEqual([{ actor_id: account.id, actor_type: 'admin', record_type: null, record_id: null }]);
  });

  it('with facts of another shape undoes the command', async () => {
    const { account, actor } = await createAdmin();
    // An extra fact, as an untyped caller could pass it.
    const event = { name: 'user.signed_in', recordId: account.id, facts: { by: 'password', password: 'x' } } as const;
    const renamed = write(actor, async (db) => {
      await db.user.update({ where: { id: account.id }, data: { name: 'Renamed' }, select: { id: true } });
      await recordEvent(db, actor, event);
    });
    await expect(renamed).rejects.toThrow('password');
    const { rows } = await owner.query('select name from users where id = $1', [account.id]);
    expect(rows).toEqual([{ name: account.name }]);
    expect(await trailOf(account.id)).toEqual([]);
  });

  it('is gone with a transaction that is rolled back', async () => {
    const { account, actor } = await createAdmin();
    const event = { name: 'user.changed', recordId: account.id, facts: { phone: null } } as const;
    const undone = write(actor, async (db) => {
      await recordEvent(db, actor, event);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await trailOf(account.id)).toEqual([]);
    await write(actor, (db) => recordEvent(db, actor, event));
    expect(await trailOf(account.id)).toHaveLength(1);
  });
});

describe('many events', () => {
  it('are one insert', async () => {
    const { account, actor } = await createAdmin();
    const events = [1, 2, 3].map(() => ({ name: 'user.signed_out', recordId: account.id, facts: {} }) as const);
    const inserts = await write(actor, async (db) => {
      let count = 0;
      const counting = new Proxy(db, {
        get: (target, key) => {
          if (key === '$executeRaw') count++;
          return Reflect.get(target, key);
        },
      });
      await recordEvents(counting, actor, events);
      return count;
    });
    expect(inserts).toBe(1);
    expect(await trailOf(account.id)).toHaveLength(3);
  });

  it('of nothing are no statement at all', async () => {
    const client = await createAccount(owner);
    const actor = await actorOf(owner, client.email);
    await write(actor, (db) => recordEvents(db, actor, []));
    expect(await trailOf(client.id)).toEqual([]);
  });
});

it('a command that is refused leaves no event', async () => {
  const { actor } = await createAdmin();
  const id = '0194d3a0-0000-7000-8000-000000000000';
  await expect(write(actor, (db) => addPhase(db, { id, name: 'Roof' }, actor))).rejects.toThrow();
  const { rows } = await owner.query(`select from audit_entries where detail->>'projectId' = $1`, [id]);
  expect(rows).toEqual([]);
});
