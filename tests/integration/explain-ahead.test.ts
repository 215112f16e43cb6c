import { beforeAll, describe, expect, it } from 'vitest';
import { PATCH as changePhoto } from '@/app/api/admin/gallery/[id]/route';
import { POST as addPhoto } from '@/app/api/admin/gallery/route';
import { PATCH as changeProject } from '@/app/api/admin/projects/[id]/route';
import { POST as publishUpdate } from '@/app/api/admin/projects/[id]/updates/[updateId]/publish/route';
import { POST as postUpdate } from '@/app/api/admin/projects/[id]/updates/route';
import { env } from '@/lib/env';
import { testDatabase } from '@/tests/support/database/database';
import { phonePhoto } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createMailReaders, type Told } from '@/tests/support/fixtures/mail-readers';
import { moneyOf } from '@/tests/support/fixtures/payments';
import { call } from '@/tests/support/http/api';
import { fileOf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();
// Nothing is sent: no worker runs.
beforeAll(() => Object.assign(env().mail, { smtp: {} }));

const fixture = await createMailReaders(owner);
const { admin, staff, person, weekly, off, clientId, projectId, id: tenantId, told, planned } = fixture;
const { token } = admin;

type MailReaders = typeof fixture;

type Kind = {
  type: string;
  kind: string | null;
  hidden: () => Promise<string>;
  show: (id: string) => Promise<unknown>;
};

const photoOf = async (token: string, projectId: string, visibility: string) => {
  const form: [string, string | File][] = [
    ['project_id', projectId],
    ['visibility', visibility],
    ['photo', fileOf('IMG.jpg', Uint8Array.from(await phonePhoto()))],
  ];
  return (await upload(addPhoto, { token, form })).body.data.id as string;
};

const kinds: Kind[] = [
  {
    ...{ type: 'document', kind: 'document_published', hidden: () => fixture.uploadDocument() },
    show: (id) => fixture.move(id, 'published'),
  },
  {
    ...{ type: 'photo', kind: 'photos_shared', hidden: () => photoOf(token, projectId, 'internal') },
    show: (id) => call(changePhoto, { token, params: { id }, body: { visibility: 'client' }, method: 'PATCH' }),
  },
  {
    ...{ type: 'project_update', kind: 'project_update_posted' },
    hidden: async () => {
      const body = { title: 'Roof', body: 'It is on.' };
      return (await call(postUpdate, { token, params: { id: projectId }, body })).body.data.id;
    },
    show: (updateId) => call(publishUpdate, { token, params: { id: projectId, updateId }, method: 'POST' }),
  },
  {
    ...{ type: 'invoice', kind: 'invoice_issued' },
    hidden: () => invoicesOf(token).drafted({ client_id: clientId, project_id: projectId, lines: [line()] }),
    show: (id) => invoicesOf(token).issue(id),
  },
  {
    ...{ type: 'time_entry', kind: null },
    hidden: async () => {
      await owner.query(`update projects set hours_shown = 'hidden' where id = $1`, [projectId]);
      const { rows } = await owner.query(
        `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, hours_shown, updated_at)
         values (gen_random_uuid(), $1, $2, $3, $4, 'Ida', '2026-03-02', 90, 'Roof', true, 'hidden', now()) returning id`,
        [tenantId, clientId, projectId, staff.id],
      );
      return rows[0].id;
    },
    show: () =>
      call(changeProject, { token, params: { id: projectId }, body: { hours_shown: 'entries' }, method: 'PATCH' }),
  },
];

describe('before it is published, shared or issued', () => {
  it.each(kinds)(
    'who will see a $type and who will be mailed is told as it then is',
    async ({ type, kind, hidden, show }) => {
      const id = await hidden();
      const before = await told(type, id);
      expect(before.some(({ sees }) => sees)).toBe(false);
      const ahead = before.filter(({ will_see }) => will_see);
      expect(ahead.map(({ user_id }) => user_id).sort()).toEqual([person.id, weekly.id, off.id].sort());
      await show(id);
      const after = await told(type, id);
      const ids = (rows: Told[]) => rows.map(({ user_id }) => user_id).sort();
      expect(ids(after.filter(({ sees }) => sees))).toEqual(ids(ahead));
      const mails = ahead.flatMap(({ user_id, mail }) => (mail === null || mail === 'off' ? [] : [[user_id, mail]]));
      expect(await planned(kind)).toEqual(Object.fromEntries(mails));
      expect(mails).toHaveLength(kind === null ? 0 : 2);
    },
  );

  it('a credit note is seen by whoever sees its invoice, and nobody is mailed about it', async () => {
    const { id } = await invoicesOf(token).issued({ client_id: clientId, lines: [line()] });
    const foretold = await told('invoice', id);
    const mails = async () =>
      (await owner.query('select id from notifications where tenant_id = $1', [tenantId])).rowCount;
    const before = await mails();
    const note = await moneyOf(token).credit({ invoice_id: id });
    expect(note.status).toBe(201);
    const seers = (rows: Told[]) => rows.map(({ user_id, sees }) => [user_id, sees]);
    expect(seers(await told('credit_note', note.body.data.id))).toEqual(seers(foretold));
    expect(await mails()).toBe(before);
  });
});

describe('before it is made and shown in one step', () => {
  const body = { title: 'Roof', body: 'It is on.', publish: true };
  it.each([
    {
      ...{ ahead: 'project_update', kind: 'project_update_posted' },
      make: async ({ admin, projectId }: MailReaders) =>
        (await call(postUpdate, { token: admin.token, params: { id: projectId }, body })).body.data.id as string,
    },
    {
      ...{ ahead: 'photo', kind: 'photos_shared' },
      make: ({ admin, projectId }: MailReaders) => photoOf(admin.token, projectId, 'client'),
    },
  ])('who will see a $ahead and who will be mailed is told of its project', async ({ ahead, kind, make }) => {
    const readers = await createMailReaders(owner);
    const before = await readers.told('project', readers.projectId, ahead);
    expect(await readers.planned(kind)).toEqual({});
    const id = await make(readers);
    const ids = (rows: Told[]) => rows.flatMap(({ user_id, sees }) => (sees ? [user_id] : [])).sort();
    expect(ids(before)).toHaveLength(3);
    expect(ids(await readers.told(ahead, id))).toEqual(ids(before));
    const mails = before.flatMap(({ user_id, mail }) => (mail === null || mail === 'off' ? [] : [[user_id, mail]]));
    expect(mails).toHaveLength(2);
    expect(await readers.planned(kind)).toEqual(Object.fromEntries(mails));
  });

  it('nothing of a project itself is mailed', async () => {
    expect((await told('project', projectId)).map(({ mail }) => mail)).toEqual([null, null, null, null]);
  });
});
