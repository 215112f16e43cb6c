import { describe, expect, it } from 'vitest';
import { GET as audit } from '@/app/api/admin/audit/route';
import { GET as file } from '@/app/api/admin/users/[id]/erasure/csv/route';
import { POST as erase, GET as protocol } from '@/app/api/admin/users/[id]/erasure/route';
import { PATCH as change } from '@/app/api/admin/users/[id]/route';
import { GET as me } from '@/app/api/me/route';
import { runDue } from '@/lib/jobs/runner';
import { handlers, longHandlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { businessExportsOf } from '@/tests/support/fixtures/business-exports';
import { exportBusiness } from '@/tests/support/fixtures/exports';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { clientDesk, teamDesk } from '@/tests/support/fixtures/tickets';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';
import { tables } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
const { stored } = await testStorage();

/** A business with a person of a client who has a name of their own. */
async function business() {
  const found = await exportBusiness(owner);
  const name = `Zerlina ${found.person.id.slice(-6)}`;
  await owner.query(`update users set name = $2, phone = '+44 20 7946 0000' where id = $1`, [found.person.id, name]);
  const eraseWith = (id: string, email: string, token = found.admin.token) =>
    call(erase, { token, params: { id }, body: { email } });
  return { ...found, name, eraseWith, jane: clientDesk(found.person.token), inbox: teamDesk(found.staff.token) };
}

/** The tables in which any row still says this. */
async function tablesSaying(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const sql = `select from ${table} t where t::text ilike '%' || $1 || '%' limit 1`;
    if ((await owner.query(sql, [word])).rowCount) found.push(table);
  }
  return found;
}

describe('a person of a client who is erased', () => {
  it('is signed out at once, and is named in the audit trail only', async () => {
    const { person, name, jane, eraseWith, admin } = await business();
    const { id } = (await jane.open({ body: 'The window sticks.' })).body.data;
    expect(await tablesSaying(name)).toContain('support_tickets');
    const { status, body } = await eraseWith(person.id, person.email.toUpperCase());
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ user_id: person.id, user_type: 'client', asked_by_name: admin.name });
    expect((await call(me, { token: person.token })).status).toBe(401);
    expect([await tablesSaying(name), await tablesSaying(person.email)]).toEqual([['audit_entries'], []]);
    expect(await tablesSaying('7946 0000')).toEqual([]);
    expect((await auditOf(owner, person.id)).at(-1)).toEqual({ action: 'user.erased', actor_id: admin.id });
    const trail = await call(audit, { token: admin.token, query: `?record_id=${id}` });
    expect(trail.body.data[0]).toMatchObject({ action: 'ticket.opened', actor_name: name });
  });

  it('leaves requests and answers readable, by a former client', async () => {
    const { person, jane, inbox, eraseWith } = await business();
    const { id } = (await jane.open({ subject: 'Kitchen', body: 'The window sticks.' })).body.data;
    await inbox.answer(id, 'We come on Monday.');
    await jane.reply(id, 'Thank you.');
    await eraseWith(person.id, person.email);
    const ticket = (await inbox.ticket(id)).body.data;
    expect(ticket.subject).toBe('Kitchen');
    expect(JSON.stringify(ticket)).toContain('Former client');
    const messages = (await inbox.messages(id)).body.data;
    expect(messages.map(({ body }: { body: string }) => body)).toEqual(
      expect.arrayContaining(['The window sticks.', 'We come on Monday.', 'Thank you.']),
    );
    expect(JSON.stringify(messages)).not.toContain('Zerlina');
  });

  it('leaves no archive in the storage, of the person or of the whole business', async () => {
    const { person, mine, team, admin, eraseWith } = await business();
    const whole = businessExportsOf(admin.token);
    const { id } = (await mine.ask()).body.data;
    const { id: wholeId } = (await whole.ask()).body.data;
    await runDue(longHandlers);
    const before = (await stored()).length;
    await eraseWith(person.id, person.email);
    expect([(await team.downloadTeam(id)).status, (await whole.download(wholeId)).status]).toEqual([404, 404]);
    await runDue(handlers);
    expect((await stored()).length).toBe(before - 2);
  });

  it('has a protocol in figures, as a file too, which says nothing of what was removed', async () => {
    const { person, name, jane, admin, staff, eraseWith } = await business();
    await jane.open();
    expect((await call(protocol, { token: admin.token, params: { id: person.id } })).status).toBe(404);
    await eraseWith(person.id, person.email);
    const { data } = (await call(protocol, { token: admin.token, params: { id: person.id } })).body;
    const count = (table: string, does: string) =>
      data.parts.find((one: { table: string; does: string }) => one.table === table && one.does === does)?.count;
    expect([count('api_tokens', 'erased'), count('users', 'replaced'), count('support_tickets', 'kept')]).toEqual([
      ...[1, 1, 1],
    ]);
    expect(count('audit_entries', 'kept')).toBeGreaterThan(0);
    const csv = await download(file, { token: admin.token, params: { id: person.id } });
    expect(csv.bytes.toString()).toMatch(/support_tickets,Kept,1,/);
    for (const text of [JSON.stringify(data), csv.bytes.toString()])
      for (const word of [name, person.email]) expect(text).not.toContain(word);
    expect((await call(protocol, { token: staff.token, params: { id: person.id } })).status).toBe(403);
  });

  it('stays erased', async () => {
    const { person, clientId, admin, eraseWith } = await business();
    await eraseWith(person.id, person.email);
    const again = await eraseWith(person.id, `${person.id}@erased.invalid`);
    const back = await call(change, {
      ...{ token: admin.token, params: { id: person.id }, method: 'PATCH' },
      body: { is_active: true, client_id: clientId },
    });
    expect([again.status, back.status]).toEqual([409, 409]);
    await expect(owner.query(`update users set phone = '1' where id = $1`, [person.id])).rejects.toThrow(
      'an erased person stays erased',
    );
  });

  it('is called so in the language of the business', async () => {
    const { id, person, jane, inbox, eraseWith } = await business();
    const ticket = (await jane.open()).body.data;
    await owner.query(`update tenants set locale = 'de' where id = $1`, [id]);
    await eraseWith(person.id, person.email);
    expect(JSON.stringify((await inbox.ticket(ticket.id)).body.data)).toContain('Ehemaliger Kunde');
  });
});

describe('an erasure is refused', () => {
  it('without the address of the person', async () => {
    const { person, eraseWith } = await business();
    const { status, body } = await eraseWith(person.id, 'somebody@example.com');
    expect([status, Object.keys(body.errors)]).toEqual([422, ['email']]);
    expect((await call(me, { token: person.token })).status).toBe(200);
  });

  it('of oneself, so that an admin is left, of strangers and operators, and to staff', async () => {
    const { admin, staff, person, eraseWith, addPerson } = await business();
    const elsewhere = await business();
    expect((await eraseWith(admin.id, admin.email)).status).toBe(409);
    expect((await eraseWith(elsewhere.person.id, elsewhere.person.email)).status).toBe(404);
    expect((await eraseWith(person.id, person.email, staff.token)).status).toBe(403);
    const { rows } = await owner.query<{ id: string; email: string }>(
      `insert into users (id, user_type, email, name, updated_at)
       values (gen_random_uuid(), 'super_admin', gen_random_uuid() || '@example.com', 'Op', now()) returning id, email`,
    );
    for (const { id, email } of rows) expect((await eraseWith(id, email)).status).toBe(404);
    const second = await addPerson('admin');
    expect((await eraseWith(admin.id, admin.email, second.token)).status).toBe(200);
  });
});
