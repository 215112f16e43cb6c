import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { POST as addClientRoute } from '@/app/api/admin/clients/route';
import { POST as addType } from '@/app/api/admin/document-types/route';
import { POST as addDocument } from '@/app/api/admin/documents/route';
import { POST as addPhotoRoute } from '@/app/api/admin/gallery/route';
import { POST as setLogo } from '@/app/api/admin/logo/route';
import { POST as addUser } from '@/app/api/admin/users/route';
import { sweepKeys } from '@/lib/idempotency/sweep';
import { testDatabase } from '@/tests/support/database/database';
import { uploadDoor } from '@/tests/support/files/file-doors';
import { phonePhoto } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { createStudio } from '@/tests/support/fixtures/photos';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const { id: tenantId, admin, staff } = await createTestTenant(owner);

const keyed = (key: string) => ({ 'idempotency-key': key });
const create = (body: object, key: string, token = admin.token) =>
  call(addClientRoute, { token, headers: keyed(key), body });
const countOf = async (sql: string, values: unknown[]) =>
  (await owner.query<{ count: number }>(`select count(*)::int as count ${sql}`, values)).rows[0]?.count;
const clientsNamed = (name: string) => countOf('from clients where name = $1', [name]);
const age = (key: string) =>
  owner.query(`update idempotency_keys set created_at = created_at - interval '25 hours' where user_id = $1`, [key]);

describe('a request that is sent again with its key', () => {
  it('gets the same answer and has one effect', async () => {
    const key = uuid();
    const first = await create({ name: 'Rao villa', kind: 'company' }, key);
    const again = await create({ kind: 'company', name: 'Rao villa' }, `"${key}"`);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await clientsNamed('Rao villa')).toBe(1);
    expect(await countOf('from audit_entries where record_id = $1', [first.body.data.id])).toBe(1);
  });

  it('gets the same answer also where all run at once', async () => {
    const key = uuid();
    const answers = await Promise.all([1, 2, 3, 4].map(() => create({ name: 'At once' }, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
    expect(await clientsNamed('At once')).toBe(1);
  });

  it('is refused where it asks for something else, at another address too', async () => {
    const key = uuid();
    await create({ name: 'One' }, key);
    expect((await create({ name: 'Other' }, key)).status).toBe(409);
    const elsewhere = await call(addType, {
      ...{ token: admin.token, headers: keyed(key) },
      ...{ path: '/api/admin/document-types', body: { name: 'One' } },
    });
    expect(elsewhere.status).toBe(409);
    expect(elsewhere.body.detail).toContain('Idempotency-Key');
    expect(await clientsNamed('Other')).toBe(0);
  });

  it('runs anew after a try that failed', async () => {
    const key = uuid();
    const person = { user_type: 'staff', name: 'Ana', email: 'ana@idempotency.example' };
    const taken = await call(addUser, { token: admin.token, body: person });
    const send = () => call(addUser, { token: admin.token, headers: keyed(key), body: person });
    expect((await send()).status).toBe(422);
    await owner.query(`update users set email = 'gone@idempotency.example' where id = $1`, [taken.body.data.id]);
    expect((await send()).status).toBe(201);
  });

  it('answers an invitation link again, which the database shows to nobody', async () => {
    const body = { user_type: 'staff', name: 'Bo', email: 'bo@idempotency.example', invite: true };
    const send = (key: string) => call(addUser, { token: admin.token, headers: keyed(key), body });
    const key = uuid();
    const first = await send(key);
    expect((await send(key)).body.data.invitation_url).toBe(first.body.data.invitation_url);
    const rows = await owner.query('select answer, key_hash, request_hash from idempotency_keys');
    const bytes = Buffer.concat(rows.rows.flatMap((row) => Object.values<Buffer>(row))).toString('latin1');
    expect(bytes).not.toContain('invitation');
    expect(bytes).not.toContain(key);
  });

  it('is another request of another person', async () => {
    const key = uuid();
    const other = await createTestTenant(owner);
    const answers = [await create({ name: 'Mine' }, key), await create({ name: 'Yours' }, key, other.admin.token)];
    expect(answers.map(({ status, body }) => [status, body.data.name])).toEqual([
      [201, 'Mine'],
      [201, 'Yours'],
    ]);
  });

  it('is a new request after 24 hours, swept or not', async () => {
    const { admin: person } = await createTestTenant(owner);
    const keys = [uuid(), uuid()];
    for (const key of keys) await create({ name: 'Yesterday' }, key, person.token);
    await age(person.id);
    expect((await create({ name: 'Today' }, keys[0] ?? '', person.token)).body.data.name).toBe('Today');
    expect(await sweepKeys()).toBeGreaterThanOrEqual(1);
    expect(await countOf('from idempotency_keys where user_id = $1', [person.id])).toBe(1);
    expect((await create({ name: 'Today' }, keys[0] ?? '', person.token)).headers.get('idempotent-replayed')).toBe(
      'true',
    );
  });

  it.each([
    ['an empty one', ''],
    ['a blank inside', 'a b'],
    ['256 characters', 'k'.repeat(256)],
  ])('needs a usable key: %s is 422', async (_, key) => {
    expect((await create({ name: 'Refused' }, key)).status).toBe(422);
    expect(await clientsNamed('Refused')).toBe(0);
  });
});

describe('an upload that is sent again with its key', () => {
  const door = uploadDoor('document');
  const send = (key: string, text = 'Plan', name = 'plan.pdf') =>
    upload(door, { token: staff.token, headers: keyed(key), form: [['new_file', fileOf(name, smallPdf(text))]] });
  const files = () => countOf('from stored_files where tenant_id = $1', [tenantId]);

  it('is stored once, one after the other or at once', async () => {
    for (const together of [false, true]) {
      const key = uuid();
      const before = [await files(), (await stored()).length] as const;
      const answers = together
        ? await Promise.all([send(key), send(key), send(key)])
        : [await send(key), await send(key)];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(({ body }) => String(body.file_ids))).size).toBe(1);
      expect(await files()).toBe((before[0] ?? 0) + 1);
      expect((await stored()).length).toBe(before[1] + 1);
      expect(await spooled()).toEqual([]);
    }
  });

  it('is refused with another file or another name', async () => {
    const key = uuid();
    await send(key);
    expect((await send(key, 'Other plan')).status).toBe(409);
    expect((await send(key, 'Plan', 'other.pdf')).status).toBe(409);
    expect(await spooled()).toEqual([]);
  });

  it('may be repeated after a refusal', async () => {
    const key = uuid();
    expect((await send(key, 'Plan', 'plan.exe')).status).toBe(422);
    expect((await send(key)).status).toBe(201);
  });

  it('makes one photo, one document, one version of the logo', async () => {
    const studio = await createStudio(owner);
    const picture = Uint8Array.from(await phonePhoto());
    const { rows: types } = await owner.query<{ id: string }>(
      `insert into document_types (id, tenant_id, name, updated_at) values ($1, $2, 'Plan', now()) returning id`,
      [uuid(), studio.id],
    );
    const form = { project_id: studio.projectId };
    const cases = [
      [addPhotoRoute, form, 'photo', fileOf('a.jpg', picture)],
      [addDocument, { ...form, document_type_id: types[0]?.id ?? '' }, 'file', fileOf('a.pdf', smallPdf())],
      [setLogo, {}, 'logo', fileOf('a.jpg', picture)],
    ] as const;
    for (const [route, fields, field, file] of cases) {
      const key = uuid();
      const again = () =>
        upload(route, {
          token: studio.admin.token,
          headers: keyed(key),
          form: [...Object.entries(fields), [field, file]],
        });
      const first = await again();
      expect([first.status, field]).toEqual([201, field]);
      const second = await again();
      expect(second.body).toEqual(first.body);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(await countOf('from photos where tenant_id = $1', [studio.id])).toBe(1);
    expect(await countOf('from documents where tenant_id = $1', [studio.id])).toBe(1);
  });
});
