import { describe, expect, it } from 'vitest';
import { GET } from '@/app/api/admin/explain/route';
import { read } from '@/lib/authz/scope';
import { getSeen } from '@/lib/explain/seen/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import type { Member } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
await testStorage();

type Row = { user_id: string; sees: boolean; reason: string | null; will_see: boolean; mail: string | null };

async function draft() {
  const fixture = await createDocumentFixture(owner);
  const id = await fixture.uploadDocument({ title: 'Floor plan' });
  const ask = (by: Member = fixture.admin, query = '') =>
    call(GET, { token: by.token, query: `?type=document&id=${id}${query}` });
  const to = async (member: Member): Promise<Row> => (await ask(fixture.admin, `&user_id=${member.id}`)).body.data[0];
  return { ...fixture, id, ask, to };
}

describe('who sees a record', () => {
  it('is told to an admin in words: a yes, or why not and what would change it', async () => {
    const { id, person, stranger, move, to } = await draft();
    expect(await to(person)).toMatchObject({
      ...{ sees: false, reason: 'documentDraft', will_see: true },
      explanation: 'It is a draft.',
      remedy: 'Publish it, after its approval where its type requires one.',
    });
    await move(id, 'published');
    expect(await to(person)).toMatchObject({
      sees: true,
      reason: null,
      explanation: null,
      remedy: null,
      will_see: false,
    });
    expect(await to(stranger)).toMatchObject({
      ...{ sees: false, reason: 'otherClient', remedy: null, will_see: false },
      explanation: expect.stringMatching(/belongs to Rao villa, and this is about Okafor residence/),
    });
    await move(id, 'approved');
    expect((await to(person)).reason).toBe('documentWithdrawn');
  });

  it('lists the people of all clients by name, of one client where it is named, page by page', async () => {
    const { person, stranger, clientId, ask, admin } = await draft();
    const ids = (rows: Row[]) => rows.map(({ user_id }) => user_id).sort();
    expect(ids((await ask()).body.data)).toEqual([person.id, stranger.id].sort());
    expect(ids((await ask(admin, `&client_id=${clientId}`)).body.data)).toEqual([person.id]);
    const first = (await ask(admin, '&limit=1')).body;
    const second = (await ask(admin, `&limit=1&cursor=${first.next_cursor}`)).body;
    expect(ids([...first.data, ...second.data])).toEqual([person.id, stranger.id].sort());
    expect(first.record).toMatchObject({ title: 'Floor plan', client_id: clientId, hidden_by: 'documentDraft' });
  });

  it('is for admins of the business alone', async () => {
    const { staff, person, ask, id } = await draft();
    const other = await createDocumentFixture(owner);
    expect((await ask(staff)).status).toBe(403);
    expect((await ask(person)).status).toBe(403);
    expect((await ask(other.admin)).status).toBe(404);
    const wrong = await call(GET, { token: other.admin.token, query: `?type=session&id=${id}` });
    expect(wrong.status).toBe(422);
    const mine = await call(GET, {
      token: other.admin.token,
      query: `?type=project&id=${other.projectId}&user_id=${person.id}`,
    });
    expect([mine.status, mine.body.data]).toEqual([200, []]);
  });

  it('leaves the rest of the read to the admin', async () => {
    const { admin, id, person, clientId } = await draft();
    const me = await adminActor(owner, admin.email);
    const who = await read(me, async (db) => {
      await db.$queryRaw`select * from seen_by('document', ${id}::uuid, ${[person.id]}::uuid[])`;
      await getSeen(db, { userId: person.id, clientId }, me);
      return db.$queryRaw`select current_user::text as role, app_user()::text as me, app_client()::text as client`;
    });
    expect(who).toEqual([{ role: 'oriel_admin', me: me.userId, client: null }]);
  });
});

describe('who will be mailed', () => {
  const chosen = async (change: string, values: unknown[]) => owner.query(change, values);

  it('follows the settings of each person once the portal has a mail server', async () => {
    const { person, to, id: _id } = await draft();
    expect((await to(person)).mail).toBe('none');
    const rows = async () =>
      (await owner.query("select cadence from mail_cadences('document_published', $1)", [[person.id]])).rows;
    const tenant = (await owner.query('select tenant_id from users where id = $1', [person.id])).rows[0].tenant_id;
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenant]);
    expect(await rows()).toEqual([{ cadence: 'instant' }]);
    const kept =
      "insert into notification_settings (tenant_id, user_id, kind, cadence) values ($1, $2, 'document_published', 'weekly')";
    await chosen(kept, [tenant, person.id]);
    expect(await rows()).toEqual([{ cadence: 'weekly' }]);
    await chosen('insert into mail_preferences (tenant_id, user_id, stopped_at) values ($1, $2, now())', [
      tenant,
      person.id,
    ]);
    expect(await rows()).toEqual([{ cadence: 'off' }]);
    await chosen('update users set mail_refused_at = now() where id = $1', [person.id]);
    expect(await rows()).toEqual([{ cadence: 'refused' }]);
    await owner.query("select set_config('app.tenant_id', '', false)");
    expect(await rows()).toEqual([]);
  });
});

describe('everything that a person sees', () => {
  it('is what the wall shows to that person, with when it was shown', async () => {
    const { admin, person, clientId, id, move, uploadDocument } = await draft();
    await uploadDocument({ title: 'Still a draft' });
    await move(id, 'published');
    const { id: invoice, number } = await invoicesOf(admin.token).issued({ client_id: clientId, lines: [line()] });
    await invoicesOf(admin.token).drafted({ client_id: clientId, lines: [line()] });
    const me = await adminActor(owner, admin.email);
    const seen = await read(me, (db) => getSeen(db, { userId: person.id, clientId }, me));
    expect(seen.counts).toMatchObject({ project: 1, document: 1, invoice: 1, ledger_entry: 1, ticket: 0, photo: 0 });
    const told = seen.shown.map(({ type, title, takenAt }) => `${type} ${title} ${takenAt}`);
    expect(told).toEqual(expect.arrayContaining(['document Floor plan null', `invoice ${number} null`]));
    expect(told.join()).not.toContain('Still a draft');
    expect(seen.shown.map(({ id: one }) => one)).toContain(invoice);
    const at = seen.shown.map(({ shownAt }) => shownAt);
    expect(at).toEqual([...at].sort().reverse());
  });
});
