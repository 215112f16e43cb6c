import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { supportBusiness } from '@/tests/support/fixtures/tickets';

const { owner } = await testDatabase();

const bodies = (answer: { body: { data: { messages: { body: string }[] } } }) =>
  answer.body.data.messages.map(({ body }) => body);

describe('a ticket', () => {
  it('is opened by a client, numbered per business, and read by both sides', async () => {
    const { jane, team, person, clientId, addProject } = await supportBusiness(owner);
    const projectId = await addProject(clientId);
    const { status, body } = await jane.open({ category: 'problem', priority: 'high', project_id: projectId });
    expect([status, body.data]).toMatchObject([
      201,
      {
        ...{ number: 1, status: 'open', subject: 'A window sticks', category: 'problem', priority: 'high' },
        ...{ project_id: projectId, project_name: 'House', turn: 'team', is_unread: false, about: null },
        messages: [{ id: body.data.id, body: 'In the kitchen.', by_client: true, is_internal: false, attachments: [] }],
      },
    ]);
    expect((await jane.open()).body.data).toMatchObject({ number: 2, category: 'question', priority: 'normal' });
    expect((await team.ticket(body.data.id)).body.data).toMatchObject({
      ...{ number: 1, client_user_id: person.id, client_name: 'Okafor residence', is_unread: true, assignee_id: null },
      messages: [{ body: 'In the kitchen.' }],
    });
    const other = await supportBusiness(owner);
    expect((await other.jane.open()).body.data.number).toBe(1);
  });

  it('is answered, waits for the client, is closed, and opened again by a reply', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    expect((await team.answer(id, 'We come on Friday.')).body.data).toMatchObject({
      by_client: false,
      is_internal: false,
    });
    expect((await jane.ticket(id)).body.data).toMatchObject({ status: 'in_progress', turn: 'client', is_unread: true });
    await jane.reply(id, 'Friday suits.');
    expect((await jane.ticket(id)).body.data).toMatchObject({ status: 'in_progress', turn: 'team' });
    expect((await team.answer(id, 'Done.', { close: true })).status).toBe(201);
    expect((await jane.ticket(id)).body.data).toMatchObject({ status: 'closed', turn: 'nobody' });
    expect((await jane.reply(id, 'It sticks again.')).status).toBe(201);
    const now = await jane.ticket(id);
    expect(now.body.data).toMatchObject({ status: 'open', turn: 'team', closed_at: null });
    expect(bodies(now)).toEqual([
      'In the kitchen.',
      'We come on Friday.',
      'Friday suits.',
      'Done.',
      'It sticks again.',
    ]);
  });

  it('is assigned, moved, closed once and opened again by the team', async () => {
    const { team, admin, staff, person, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const assigned = await team.change(id, { assignee_id: admin.id, priority: 'urgent', status: 'in_progress' });
    expect(assigned.body.data).toMatchObject({ assignee_id: admin.id, assignee_name: admin.name, priority: 'urgent' });
    expect((await team.change(id, { assignee_id: person.id })).body.errors).toHaveProperty('assignee_id');
    await owner.query('update users set is_active = false where id = $1', [admin.id]);
    expect((await team.change(id, { assignee_id: staff.id })).status).toBe(200);
    expect((await team.change(id, { assignee_id: admin.id })).body.errors).toHaveProperty('assignee_id');
    expect((await team.change(id, { status: 'closed' })).body.data).toMatchObject({ status: 'closed', turn: 'nobody' });
    expect((await team.change(id, { status: 'closed' })).status).toBe(409);
    expect((await team.change(id, { status: 'open', assignee_id: null })).body.data).toMatchObject({
      status: 'open',
      closed_at: null,
      assignee_name: null,
    });
  });

  it('says in events what happened, without any text of messages and notes', async () => {
    const { jane, team, staff, opened } = await supportBusiness(owner);
    const { id } = await opened();
    await team.answer(id, 'secret words');
    await team.note(id, 'secret note');
    await team.change(id, { assignee_id: staff.id, category: 'other', status: 'closed' });
    await jane.reply(id, 'secret reply');
    const { rows } = await owner.query(
      'select action, detail from audit_entries where record_id = $1 order by created_at, id',
      [id],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual(
      [
        ...['ticket.opened', 'ticket.answered', 'ticket.status_changed', 'ticket.noted', 'ticket.status_changed'],
        ...['ticket.assigned', 'ticket.changed', 'ticket.answered', 'ticket.status_changed'],
      ].sort(),
    );
    expect(JSON.stringify(rows)).not.toContain('secret');
    const answered = rows.filter(({ action }) => action === 'ticket.answered').map(({ detail }) => detail);
    expect(answered).toMatchObject([
      { byClient: false, assigneeId: null },
      { byClient: true, assigneeId: staff.id },
    ]);
  });
});

describe('a ticket is its own person’s', () => {
  it('neither the other people of the client nor another client see it', async () => {
    const { samDesk, ravi, opened, addPerson } = await supportBusiness(owner);
    const { id } = await opened();
    const foreign = await supportBusiness(owner);
    for (const caller of [samDesk, ravi, foreign.jane]) {
      expect((await caller.ticket(id)).status).toBe(404);
      expect((await caller.messages(id)).status).toBe(404);
      expect((await caller.reply(id, 'Hello?')).status).toBe(404);
      expect((await caller.tickets()).body.data).toEqual([]);
    }
    for (const answer of [
      await foreign.team.ticket(id),
      await foreign.team.answer(id, 'x'),
      await foreign.team.note(id, 'x'),
    ])
      expect(answer.status).toBe(404);
    expect((await foreign.team.change(id, { status: 'closed' })).status).toBe(404);
    expect((await addPerson('staff')).id).toBeTruthy();
  });

  it('a note is the team’s, and no activity for the client', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const before = (await jane.ticket(id)).body;
    expect((await team.note(id, 'They are right, it is our fault.')).body.data).toMatchObject({ is_internal: true });
    expect((await jane.ticket(id)).body).toEqual(before);
    expect((await jane.messages(id)).body.data).toHaveLength(1);
    expect((await jane.tickets('?search=fault')).body.data).toEqual([]);
    expect((await team.messages(id)).body.data).toMatchObject([{ is_internal: true }, { is_internal: false }]);
    expect((await team.inbox('?search=FAULT')).body.data).toMatchObject([{ id }]);
  });
});

describe('bad input', () => {
  it.each([
    ['an empty body', { body: ' \n ' }, 'body'],
    ['a body of 100,000 characters', { body: 'x'.repeat(100_000) }, 'body'],
    ['a body of nested quotations', { body: '>'.repeat(500) }, 'body'],
    ['a subject of line breaks', { subject: '\n\n\r\n' }, 'subject'],
    ['no subject', { subject: null }, 'subject'],
    ['a status', { status: 'closed' }, 'status'],
    ['an unknown category', { category: 'nonsense' }, 'category'],
    ['a project that does not exist', { project_id: '01900000-0000-7000-8000-000000000000' }, 'project_id'],
    [
      'a record that does not exist',
      { about: { type: 'document', id: '01900000-0000-7000-8000-000000000000' } },
      'about.id',
    ],
    ['a record of no kind', { about: { type: 'user', id: '01900000-0000-7000-8000-000000000000' } }, 'about.type'],
  ])('%s is refused on its field', async (_, body, field) => {
    const { jane } = await supportBusiness(owner);
    const answer = await jane.open(body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    expect((await jane.tickets()).body.data).toEqual([]);
  });

  it('another client’s project is refused, and HTML is kept as the text that it is', async () => {
    const { jane, team, otherId, addProject } = await supportBusiness(owner);
    expect((await jane.open({ project_id: await addProject(otherId) })).body.errors).toHaveProperty('project_id');
    const subject = '"><svg onload=alert(1)>.jpg';
    const { id } = (await jane.open({ subject, body: '<script>alert(1)</script>' })).body.data;
    expect((await team.ticket(id)).body.data).toMatchObject({
      subject,
      messages: [{ body: '<script>alert(1)</script>' }],
    });
    expect((await jane.open({ subject: 'Two\nlines' })).body.data.subject).toBe('Two lines');
  });

  it('a note cannot close, a reply cannot be internal', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    expect((await team.answer(id, 'x', { is_internal: true, close: true })).body.errors).toHaveProperty('close');
    expect((await jane.reply(id, { body: 'x', is_internal: true })).body.errors).toHaveProperty('is_internal');
  });
});
