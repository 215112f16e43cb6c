import { describe, expect, it } from 'vitest';
import { POST as openFor } from '@/app/api/admin/support/route';
import { GET as countTeam } from '@/app/api/admin/support/unread/route';
import { POST as openWith } from '@/app/api/admin/support/with-attachments/route';
import { GET as countOwn } from '@/app/api/client/support/unread/route';
import { write } from '@/lib/authz/scope';
import { newsOf } from '@/lib/mail/news';
import { testDatabase } from '@/tests/support/database/database';
import { supportBusiness } from '@/tests/support/fixtures/tickets';
import { call } from '@/tests/support/http/api';
import { smallPdf, upload } from '@/tests/support/http/upload';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

async function fixture() {
  const business = await supportBusiness(owner);
  const { staff, person } = business;
  const input = { client_user_id: person.id, subject: 'The door', body: 'Green or blue?' };
  return {
    ...business,
    input,
    write: (body: object = {}, token = staff.token) => call(openFor, { token, body: { ...input, ...body } }),
    news: async (token: string, route = countOwn) => (await call(route, { token })).body.data.unread as number,
  };
}

const kindsOf = async (userId: string) =>
  (await owner.query('select kind::text from notifications where user_id = $1', [userId])).rows.map(({ kind }) => kind);

describe('a ticket that the team opens', () => {
  it('is for one person, who is told and whose turn it is, and is assigned to its opener', async () => {
    const { write: open, person, sam, staff, admin, jane, samDesk, team } = await fixture();
    const { status, body } = await open({ category: 'other', priority: 'high' });
    expect([status, body.data]).toMatchObject([
      201,
      {
        ...{ number: 1, status: 'open', turn: 'client', is_unread: false, client_user_id: person.id },
        ...{ assignee_id: staff.id, waiting_since: null, category: 'other', priority: 'high' },
        messages: [{ body: 'Green or blue?', by_client: false, author_name: staff.name }],
      },
    ]);
    const { id } = body.data;
    expect((await jane.ticket(id)).body.data).toMatchObject({
      turn: 'client',
      is_unread: true,
      messages: [{ by_client: false, author_name: staff.name }],
    });
    expect((await samDesk.ticket(id)).status).toBe(404);
    expect([await kindsOf(person.id), await kindsOf(sam.id), await kindsOf(admin.id)]).toEqual([
      ['ticket_opened'],
      [],
      [],
    ]);
    await jane.reply(id, 'Blue.');
    expect((await team.ticket(id)).body.data).toMatchObject({ turn: 'team', is_unread: true });
    expect([await kindsOf(staff.id), await kindsOf(admin.id)]).toEqual([['ticket_answered'], []]);
    const { rows } = await owner.query('select action, actor_id from audit_entries where record_id = $1', [id]);
    expect(rows).toContainEqual({ action: 'ticket.opened', actor_id: staff.id });
  });

  it('is for people who can open the portal, on a project of their client', async () => {
    const { write: open, clientId, otherId, addProject, addPerson, staff, stranger } = await fixture();
    const [own, foreign] = [await addProject(clientId), await addProject(otherId)];
    expect((await open({ project_id: own })).status).toBe(201);
    expect((await open({ project_id: foreign })).body.errors).toHaveProperty('project_id');
    const off = await addPerson('client', clientId);
    await owner.query('update users set client_portal_enabled = false where id = $1', [off.id]);
    const other = await fixture();
    for (const id of [off.id, staff.id, other.person.id, crypto.randomUUID()])
      expect((await open({ client_user_id: id })).body.errors, id).toHaveProperty('client_user_id');
    expect((await open({ client_user_id: stranger.id })).status).toBe(201);
    expect((await open({}, other.person.token)).status).toBe(403);
  });

  it('may carry files, which its person reads', async () => {
    const { input, staff, jane } = await fixture();
    const file = new File([smallPdf()], 'door.pdf', { type: 'application/pdf' });
    const { status, body } = await upload(openWith, {
      token: staff.token,
      form: [...Object.entries(input), ['attachments', file]] as [string, string | File][],
    });
    expect(status).toBe(201);
    const [attachment] = body.data.messages[0].attachments;
    expect(attachment).toMatchObject({ file_name: 'door.pdf' });
    expect((await jane.file(body.data.id, attachment.id)).status).toBe(200);
  });

  it('is in nobody else’s name, by SQL neither', async () => {
    const { staff, admin, person, clientId, id: tenantId } = await fixture();
    const actor = await actorOf(owner, await emailOf(staff.id));
    const insert = (openedById: string | null) =>
      write(actor, (db) =>
        db.supportTicket.createMany({
          data: {
            ...{
              tenantId,
              clientId,
              clientUserId: person.id,
              clientUserName: 'x',
              number: 900,
              subject: 'x',
              body: 'x',
            },
            ...(openedById && { openedById, openedByName: 'Somebody' }),
          },
        }),
      );
    for (const id of [admin.id, null]) await expect(insert(id)).rejects.toThrow(/row-level security/);
    await insert(staff.id);
    const { rows } = await owner.query(
      'select opened_by_name from support_tickets where number = 900 and tenant_id = $1',
      [tenantId],
    );
    expect(rows).toEqual([{ opened_by_name: staff.name }]);
  });

  it('is mailed with its text', async () => {
    const { write: open, person } = await fixture();
    await open();
    const { rows } = await owner.query('select id from notifications where user_id = $1', [person.id]);
    const actor = await actorOf(owner, await emailOf(person.id));
    const { read } = await import('@/lib/authz/scope');
    const { recipientOf } = await import('@/lib/mail/reader');
    const me = recipientOf({ ...actor, tenant: null } as never);
    const news = await read(actor, (db) => newsOf(db, [rows[0].id], me, (path) => path));
    expect(news?.groups[0]?.lines[0]?.detail).toContain('Green or blue?');
  });
});

describe('the number of tickets with something new', () => {
  it('is that of answers for a client user, and of questions that wait for the team', async () => {
    const { write: open, jane, team, news, person, staff, admin, opened } = await fixture();
    expect([await news(person.token), await news(staff.token, countTeam)]).toEqual([0, 0]);
    const { id } = (await open()).body.data;
    expect([await news(person.token), await news(staff.token, countTeam)]).toEqual([1, 0]);
    await jane.reply(id, 'Blue.');
    const asked = await opened();
    // The answer to a ticket of hers is the business of its assignee; the new one is of nobody yet.
    expect([await news(staff.token, countTeam), await news(admin.token, countTeam)]).toEqual([2, 1]);
    await team.answer(asked.id, 'We come.');
    expect([await news(admin.token, countTeam), await news(person.token)]).toEqual([0, 2]);
  });
});

async function emailOf(id: string): Promise<string> {
  return (await owner.query('select email from users where id = $1', [id])).rows[0].email;
}
