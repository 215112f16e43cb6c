import { describe, expect, it } from 'vitest';
import { DELETE } from '@/app/api/client/guest-passes/[id]/route';
import { GET as visits } from '@/app/api/client/guest-passes/[id]/visits/route';
import { GET, POST } from '@/app/api/client/guest-passes/route';
import { findGuestLink, identifyGuest, openGuestPass, sealGuest } from '@/lib/auth/guests';
import { read } from '@/lib/authz/scope';
import { recordGuestVisit } from '@/lib/guests/shown/commands';
import { listGuestProjects } from '@/lib/guests/shown/queries';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { call } from '@/tests/support/http/api';
import { freshOrigin } from '@/tests/support/identity/account';

const { owner } = await testDatabase();

async function fixture() {
  const tenant = await createTenantFixture(owner);
  const { clientId, otherId, person } = tenant;
  const [projectId, besides, foreign] = [
    await tenant.addProject(clientId),
    await tenant.addProject(clientId),
    await tenant.addProject(otherId),
  ];
  const wish = { label: 'Our accountant', project_ids: [projectId], sections: ['photos'], expires_in_days: 30 };
  const hand = async (wishes = {}) => call(POST, { token: person.token, body: { ...wish, ...wishes } });
  return { ...tenant, projectId, besides, foreign, hand };
}

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
const linkOf = (url: string) => findGuestLink(tokenOf(url), freshOrigin());
const seenBy = async (cookie: string) => read(await identifyGuest(cookie, freshOrigin()), listGuestProjects);

describe('a person of a client', () => {
  it('hands out a pass, whose address is answered once and kept as a hash', async () => {
    const { hand, person, projectId } = await fixture();
    const { status, body } = await hand({ password: 'a long secret' });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      label: 'Our accountant',
      sections: ['photos'],
      has_password: true,
      state: 'live',
    });
    expect(body.data.projects).toEqual([{ id: projectId, name: 'House' }]);
    const listed = await call(GET, { token: person.token });
    expect(listed.body.data).toEqual([{ ...body.data, url: undefined }]);
    const { rows } = await owner.query('select * from guest_passes where id = $1', [body.data.id]);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(body.data.url));
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
  });

  it('shows no project of another client, nothing without a section, and nothing for longer than 90 days', async () => {
    const { hand, foreign } = await fixture();
    expect((await hand({ project_ids: [foreign] })).body.errors).toHaveProperty('project_ids');
    expect((await hand({ sections: ['tickets'] })).status).toBe(422);
    expect((await hand({ sections: [] })).status).toBe(422);
    expect((await hand({ expires_in_days: 91 })).status).toBe(422);
    expect((await hand({ expires_in_days: 0 })).status).toBe(422);
    expect((await hand({ password: 'short' })).status).toBe(422);
  });

  it('has fifty live ones at most, also when several are asked for at once', async () => {
    const { hand, id, clientId, person } = await fixture();
    await owner.query(
      `insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, expires_at)
       select gen_random_uuid(), $1, $2, $3, 'One of many', '{photos}', sha256(gen_random_uuid()::text::bytea), now() + interval '1 day'
       from generate_series(1, 48)`,
      [id, clientId, person.id],
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => hand()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  });

  it('hands out none where the business allows none', async () => {
    const { hand, id } = await fixture();
    await owner.query('update tenants set guest_passes_enabled = false where id = $1', [id]);
    expect((await hand()).status).toBe(409);
  });

  it('sees no pass of another person of the same client, and ends none', async () => {
    const { hand, addPerson, clientId } = await fixture();
    const { id } = (await hand()).body.data;
    const { token } = await addPerson('client', clientId);
    expect((await call(GET, { token })).body.data).toEqual([]);
    expect((await call(visits, { token, params: { id } })).status).toBe(404);
    expect((await call(DELETE, { token, params: { id }, method: 'DELETE' })).status).toBe(404);
  });
});

describe('the link of a pass', () => {
  it('opens what was chosen, and leaves a line in its log and in the audit trail', async () => {
    const { hand, person, projectId } = await fixture();
    const { data } = (await hand()).body;
    expect(await linkOf(data.url)).toMatchObject({ sharedBy: person.name, hasPassword: false });
    const cookie = await openGuestPass({ token: tokenOf(data.url) }, freshOrigin());
    expect((await seenBy(cookie)).map(({ id }) => id)).toEqual([projectId]);
    const guest = await identifyGuest(cookie, freshOrigin());
    for (let times = 0; times < 2; times++)
      await recordGuestVisit(guest, { place: 'photos', recordId: projectId, name: 'House' });
    const log = await call(visits, { token: person.token, params: { id: data.id } });
    expect(log.body.data.map(({ place }: { place: string }) => place)).toEqual(['photos', 'opened']);
    const sql = "select actor_id from audit_entries where action = 'guest_pass.opened' and record_id = $1";
    expect((await owner.query(sql, [data.id])).rows).toEqual([{ actor_id: null }]);
  });

  it('asks for its password, and counts wrong ones', async () => {
    const { hand } = await fixture();
    const token = tokenOf((await hand({ password: 'a long secret' })).body.data.url);
    const origin = freshOrigin();
    const open = (password?: string) =>
      openGuestPass({ token, password }, origin).then(
        () => 'open',
        (e) => e.code,
      );
    expect(await open()).toBe('VALIDATION');
    expect(await open('a long secret')).toBe('open');
    for (let times = 1; times < 10; times++) expect(await open('another secret')).toBe('VALIDATION');
    expect(await open('a long secret')).toBe('TOO_MANY_TRIES');
  });

  type Case = [string, (ids: { id: string; person: string; pass: string; client: string }) => [string, string]];
  const ends: Case[] = [
    ['is revoked', ({ pass }) => ['update guest_passes set revoked_at = now() where id = $1', pass]],
    [
      'has expired',
      ({ pass }) => [
        "update guest_passes set created_at = now() - interval '9 days', expires_at = now() - interval '1 minute' where id = $1",
        pass,
      ],
    ],
    ['has lost its person', ({ person }) => ['update users set is_active = false where id = $1', person]],
    [
      'is of somebody without a portal',
      ({ person }) => ['update users set client_portal_enabled = false where id = $1', person],
    ],
    ['is of somebody who left the client', ({ person }) => ['update users set client_id = null where id = $1', person]],
    ['is of a client that was closed', ({ client }) => ['update clients set is_active = false where id = $1', client]],
    [
      'is of a business that was suspended',
      ({ id }) => ["update tenants set status = 'suspended', suspended_at = now() where id = $1", id],
    ],
    [
      'is of a business that allows none any more',
      ({ id }) => ['update tenants set guest_passes_enabled = false where id = $1', id],
    ],
  ];
  it.each(ends)('shows nothing at once, link and page alike, when it %s', async (_, end) => {
    const { hand, id, person, clientId } = await fixture();
    const { data } = (await hand()).body;
    const cookie = await openGuestPass({ token: tokenOf(data.url) }, freshOrigin());
    const guest = await identifyGuest(cookie, freshOrigin());
    expect(await read(guest, listGuestProjects)).toHaveLength(1);
    const [sql, value] = end({ id, person: person.id, pass: data.id, client: clientId });
    await owner.query(sql, [value]);
    // The actor of before: the wall decides, not the identification.
    expect(await read(guest, listGuestProjects)).toEqual([]);
    await expect(recordGuestVisit(guest, { place: 'overview' })).rejects.toThrow();
    await expect(seenBy(cookie)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await linkOf(data.url)).toBeNull();
    await expect(openGuestPass({ token: tokenOf(data.url) }, freshOrigin())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is unknown with another secret, and a forged or foreign cookie opens nothing', async () => {
    const { hand } = await fixture();
    await hand();
    expect(await findGuestLink('x'.repeat(43), freshOrigin())).toBeNull();
    for (const cookie of [undefined, '', 'x.y.z', await sealGuest((await createTestTenant(owner)).id)])
      await expect(identifyGuest(cookie, freshOrigin())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends for good', async () => {
    const { hand, person } = await fixture();
    const { id } = (await hand()).body.data;
    const end = () => call(DELETE, { token: person.token, params: { id }, method: 'DELETE' });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect((await call(GET, { token: person.token })).body.data[0].state).toBe('revoked');
  });
});
