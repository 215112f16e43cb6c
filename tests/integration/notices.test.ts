import { describe, expect, it } from 'vitest';
import { PATCH as changePhotos } from '@/app/api/admin/gallery/route';
import { POST as addPhase } from '@/app/api/admin/projects/[id]/phases/route';
import { POST as readOne } from '@/app/api/client/notifications/[id]/read/route';
import { POST as readAll } from '@/app/api/client/notifications/read-all/route';
import { GET as list } from '@/app/api/client/notifications/route';
import { write } from '@/lib/authz/scope';
import { readOpened } from '@/lib/notices/commands';
import { paths } from '@/lib/paths';
import { testDatabase } from '@/tests/support/database/database';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { createNewsFixture } from '@/tests/support/fixtures/news';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { createStudio } from '@/tests/support/fixtures/photos';
import { call } from '@/tests/support/http/api';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const noticesOf = async ({ token }: { token: string }, query = '') => (await call(list, { token, query })).body;
const told = (answer: { data: { kind: string; text: string }[] }) => answer.data.map(({ kind, text }) => [kind, text]);
const kindsOf = async (userId: string) =>
  (await owner.query('select kind::text from notifications where user_id = $1 order by created_at', [userId])).rows.map(
    ({ kind }) => kind,
  );

describe('an event tells', () => {
  it('the people of the client of a published update, and nobody of a draft', async () => {
    const { posted, person, relative, stranger, staff, noticesOf: of } = await createNewsFixture(owner);
    await posted({ publish: false });
    expect((await of(person)).data).toEqual([]);
    const id = await posted();
    for (const who of [person, relative])
      expect(await of(who)).toMatchObject({
        data: [
          {
            kind: 'project_update_posted',
            record_type: 'project_update',
            record_id: id,
            text: 'Roof closed – news from House',
            read_at: null,
          },
        ],
        totals: { unread: 1 },
      });
    for (const who of [stranger, staff]) expect((await of(who)).data).toEqual([]);
  });

  it('both sides of a comment but not its author, and of an internal one the team alone', async () => {
    const { posted, person, relative, staff, admin, comment, note, teamComment } = await createNewsFixture(owner);
    const id = await posted();
    await comment(id, 'Lovely!');
    expect(await kindsOf(person.id)).toEqual(['project_update_posted']);
    expect(await kindsOf(relative.id)).toEqual(['project_update_posted', 'comment_written']);
    expect(await kindsOf(staff.id)).toEqual(['comment_written']);
    expect(await kindsOf(admin.id)).toEqual([]);
    await note(id, 'Between us', admin);
    expect(await kindsOf(staff.id)).toEqual(['comment_written', 'comment_noted']);
    await teamComment(id, 'Thanks', staff);
    expect(await kindsOf(admin.id)).toEqual(['comment_written']);
    expect(await kindsOf(person.id)).toEqual(['project_update_posted', 'comment_written']);
  });

  it('of a phase once, when it becomes completed', async () => {
    const { projectId, staff, person, noticesOf: of } = await createNewsFixture(owner);
    const params = { id: projectId };
    const { body } = await call(addPhase, { token: staff.token, params, body: { name: 'Roof', percent: 100 } });
    expect(told(await of(person))).toEqual([['phase_completed', 'Roof is completed in House']]);
    const { PATCH } = await import('@/app/api/admin/projects/[id]/phases/[phaseId]/route');
    const phase = { ...params, phaseId: body.data.id };
    const headers = { 'if-match': '*' };
    await call(PATCH, { token: staff.token, params: phase, method: 'PATCH', body: { name: 'The roof' }, headers });
    expect((await of(person)).data).toHaveLength(1);
  });

  it('of many photos in one notification, and of those after reading in another', async () => {
    const { addPhoto, person, admin } = await createStudio(owner);
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push((await addPhoto()).body.data.id);
    expect((await noticesOf(person)).data).toEqual([]);
    const share = (some: string[], visibility: string) =>
      call(changePhotos, { token: admin.token, method: 'PATCH', body: { ids: some, visibility } });
    await share(ids.slice(0, 3), 'client');
    await addPhoto({ visibility: 'client' });
    expect(told(await noticesOf(person))).toEqual([['photos_shared', '4 new photos of House']]);
    await call(readAll, { token: person.token, body: {} });
    await share(ids.slice(3), 'client');
    expect(told(await noticesOf(person))).toEqual([
      ['photos_shared', 'A new photo of House'],
      ['photos_shared', '4 new photos of House'],
    ]);
  });

  it('of a document that waits its admins, of a published one the client, until it is withdrawn', async () => {
    const { uploadDocument, move, person, admin, staff } = await createDocumentFixture(owner, {
      requiresApproval: true,
    });
    const id = await uploadDocument({ by: staff });
    await move(id, 'pending', { by: staff });
    expect(await kindsOf(admin.id)).toEqual(['document_waiting']);
    await move(id, 'approved');
    await move(id, 'published');
    expect(told(await noticesOf(person))).toEqual([['document_published', 'Floor plan was published in House']]);
    await move(id, 'approved');
    expect((await noticesOf(person)).data).toEqual([]);
  });

  it('of money the people of the account and admins, never staff', async () => {
    const made = await moneyBusiness(owner);
    const jane = await made.addPerson('client', made.clientId);
    const { id, number } = await made.sold();
    expect(told(await noticesOf(jane))).toEqual([
      ['invoice_issued', expect.stringMatching(new RegExp(`^Invoice ${number} over €100.00, due `))],
    ]);
    const claim = (await moneyOf(jane.token).claim(id)).body.data;
    expect(await kindsOf(made.admin.id)).toEqual(['payment_claimed']);
    await made.confirm(claim.id, {});
    expect((await noticesOf(jane)).data[0]).toMatchObject({
      kind: 'payment_recorded',
      text: 'Your payment of €100.00 has arrived',
    });
    expect(await kindsOf(made.staff.id)).toEqual([]);
  });
});

describe('notifications', () => {
  it('are marked as read one by one and all at once, each by its own person', async () => {
    const { posted, person, relative } = await createNewsFixture(owner);
    for (const title of ['One', 'Two', 'Three']) await posted({ title });
    const [newest] = (await noticesOf(person)).data;
    const read = (token: string) => call(readOne, { token, params: { id: newest.id }, body: {} });
    expect((await read(relative.token)).status).toBe(404);
    const once = (await read(person.token)).body.data.read_at;
    expect((await read(person.token)).body.data.read_at).toBe(once);
    expect(await noticesOf(person, '?unread=true')).toMatchObject({ data: [{}, {}], totals: { unread: 2 } });
    expect((await call(readAll, { token: person.token, body: {} })).body.data).toEqual({ unread: 0 });
    expect((await noticesOf(person, '?unread=true')).data).toEqual([]);
    expect((await noticesOf(relative)).totals).toEqual({ unread: 3 });
  });

  it('are read with the page that they are about', async () => {
    const { posted, person, projectId } = await createNewsFixture(owner);
    await posted();
    const me = await actorOf(owner, person.email);
    if (me.userType !== 'client') throw new Error('a person of a client');
    const open = (path: string) => write(me, (db) => readOpened(db, { path }, me));
    expect(await open(paths.client.home)).toEqual({ unread: 1 });
    expect(await open(paths.client.project.updates(projectId))).toEqual({ unread: 0 });
  });

  it('of a former client are hidden after a move', async () => {
    const { posted, person, otherId } = await createNewsFixture(owner);
    await posted();
    const before = await actorOf(owner, person.email);
    expect(before.userType).toBe('client');
    await owner.query('update users set client_id = $1 where id = $2', [otherId, person.id]);
    const now = await actorOf(owner, person.email);
    const { read } = await import('@/lib/authz/scope');
    expect(await read(now, (db) => db.notification.count())).toBe(0);
  });

  it('come from the wall alone: nobody writes one, and a person of a client causes none of the team', async () => {
    const { person, staff, posted } = await createNewsFixture(owner);
    const id = await posted();
    const [me, member] = [await actorOf(owner, person.email), await actorOf(owner, staff.email)];
    const row = { userId: person.id, kind: 'invoice_issued', recordType: 'invoice', recordId: id } as const;
    const tenantId = '01900000-0000-7000-8000-000000000000';
    const forged = write(member, (db) => db.notification.createMany({ data: { ...row, tenantId } }));
    await expect(forged).rejects.toThrow(/row-level security/);
    for (const kind of ['project_update_posted', 'invoice_issued']) {
      const caused = write(me, (db) => db.$executeRaw`select notify(${kind}::notification_kind, array[${id}]::uuid[])`);
      await expect(caused).rejects.toThrow(/people of a client/);
    }
  });
});
