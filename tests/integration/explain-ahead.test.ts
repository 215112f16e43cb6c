import { beforeAll, describe, expect, it } from 'vitest';
import { GET as explain } from '@/app/api/admin/explain/route';
import { PATCH as changePhoto } from '@/app/api/admin/gallery/[id]/route';
import { POST as addPhoto } from '@/app/api/admin/gallery/route';
import { PATCH as changeProject } from '@/app/api/admin/projects/[id]/route';
import { POST as publishUpdate } from '@/app/api/admin/projects/[id]/updates/[updateId]/publish/route';
import { POST as postUpdate } from '@/app/api/admin/projects/[id]/updates/route';
import { env } from '@/lib/env';
import { testDatabase } from '@/tests/support/database/database';
import { phonePhoto } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { moneyOf } from '@/tests/support/fixtures/payments';
import { call } from '@/tests/support/http/api';
import { fileOf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();
// Nothing is sent: no worker runs.
beforeAll(() => Object.assign(env().mail, { smtp: {} }));

const fixture = await createDocumentFixture(owner);
const { admin, staff, person, clientId, projectId, id: tenantId, addPerson } = fixture;
const { token } = admin;
const [weekly, off, inactive] = [
  await addPerson('client', clientId),
  await addPerson('client', clientId),
  await addPerson('client', clientId),
];
for (const [{ id }, cadence] of [
  [weekly, 'weekly'],
  [off, 'off'],
] as const)
  await owner.query(
    `insert into notification_settings (tenant_id, user_id, kind, cadence)
     select $1, $2, k::notification_kind, $3::mail_cadence
     from unnest(array['document_published', 'photos_shared', 'project_update_posted', 'invoice_issued']) k`,
    [tenantId, id, cadence],
  );
await owner.query('update users set is_active = false where id = $1', [inactive.id]);

type Told = { user_id: string; sees: boolean; will_see: boolean; mail: string | null };

async function told(type: string, id: string): Promise<Told[]> {
  const query = `?type=${type}&id=${id}&client_id=${clientId}`;
  return (await call(explain, { token, query })).body.data;
}

/** The mails that are planned about a kind of notification, by person. */
async function planned(kind: string | null): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ user_id: string; cadence: string }>(
    `select n.user_id, i.cadence::text from mail_items i join notifications n on n.id = i.notification_id
     where n.tenant_id = $1 and n.kind::text = $2`,
    [tenantId, kind],
  );
  return Object.fromEntries(rows.map(({ user_id, cadence }) => [user_id, cadence]));
}

type Kind = {
  type: string;
  kind: string | null;
  hidden: () => Promise<string>;
  show: (id: string) => Promise<unknown>;
};

const photoOf = async () => {
  const form: [string, string | File][] = [
    ['project_id', projectId],
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
    ...{ type: 'photo', kind: 'photos_shared', hidden: photoOf },
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
