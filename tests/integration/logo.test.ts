import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DELETE as remove, POST as uploadTo } from '@/app/api/admin/logo/route';
import { GET as logo } from '@/app/api/logo/route';
import { GET as publicLogo } from '@/app/showcase/[tenant]/logo/route';
import { testDatabase } from '@/tests/support/database/database';
import { createSuperAdmin } from '@/tests/support/factories/identity';
import { phonePhoto, quarters } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { openShowcase } from '@/tests/support/fixtures/photos';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { call } from '@/tests/support/http/api';
import { download, fileOf, upload } from '@/tests/support/http/upload';
import { actorOf } from '@/tests/support/identity/actors';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();

const send = (token: string, name: string, bytes: Buffer) =>
  upload(uploadTo, { token, form: [['logo', fileOf(name, Uint8Array.from(bytes))]] });

describe('the logo of a business', () => {
  it('is shown to its people and clients, as a small PNG without metadata that keeps what is transparent', async () => {
    const { admin, staff, person, id } = await createTenantFixture(owner);
    const png = await quarters({ width: 900, height: 600 }).ensureAlpha(0.5).png().toBuffer();
    expect((await send(admin.token, 'logo.png', png)).status).toBe(201);
    for (const { token } of [admin, staff, person]) {
      const { status, bytes, headers } = await download(logo, { token });
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 512, height: 341, hasAlpha: true });
    }
    expect(await auditOf(owner, id)).toEqual([{ action: 'settings.logo_changed', actor_id: admin.id }]);
    const actor = await actorOf(owner, person.email);
    expect(actor).toMatchObject({ tenant: { logo: expect.stringMatching(/^\/api\/logo\?v=[0-9a-f-]{36}$/) } });
  });

  it('loses where it was taken, when somebody takes a photo for one', async () => {
    const { admin } = await createTenantFixture(owner);
    await send(admin.token, 'IMG.jpg', await phonePhoto());
    const { bytes } = await download(logo, { token: admin.token });
    expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|Oriel test phone/);
  });

  it('gives way to the next one, and can be taken away; nothing refers to the bytes before', async () => {
    const { admin, id } = await createTenantFixture(owner);
    const first = await quarters({ seed: 1 }).png().toBuffer();
    await send(admin.token, 'logo.png', first);
    const before = (await actorOf(owner, admin.email)) as { tenant?: { logo: string | null } };
    await send(admin.token, 'logo.png', await quarters({ seed: 2 }).png().toBuffer());
    const after = (await actorOf(owner, admin.email)) as { tenant?: { logo: string | null } };
    expect(after.tenant?.logo).not.toBe(before.tenant?.logo);
    expect((await call(remove, { token: admin.token, method: 'DELETE' })).status).toBe(204);
    expect((await download(logo, { token: admin.token })).status).toBe(404);
    const { rows } = await owner.query('select distinct status from stored_files where tenant_id = $1', [id]);
    expect(rows).toEqual([{ status: 'pending' }]);
  });

  it('is changed by admins alone, and seen by nobody else', async () => {
    const { admin, staff, person } = await createTenantFixture(owner);
    const other = await createTenantFixture(owner);
    const png = await quarters().png().toBuffer();
    for (const { token } of [staff, person]) {
      expect((await send(token, 'logo.png', png)).status).toBe(403);
      expect((await call(remove, { token, method: 'DELETE' })).status).toBe(403);
    }
    await send(admin.token, 'logo.png', png);
    expect((await download(logo, { token: other.person.token })).status).toBe(404);
    expect((await download(logo, {})).status).toBe(401);
    const operator = await createSuperAdmin(owner);
    expect((await download(logo, { token: await tokenFor(owner, operator.email) })).status).toBe(404);
  });

  it('is public exactly while the showcase is', async () => {
    const { admin, id } = await createTenantFixture(owner);
    await send(admin.token, 'logo.png', await quarters().png().toBuffer());
    const { rows } = await owner.query<{ slug: string }>('select slug from tenants where id = $1', [id]);
    const tenant = rows[0]?.slug ?? '';
    const status = async () => (await download(publicLogo, { params: { tenant } })).status;
    expect(await status()).toBe(404);
    await openShowcase(owner, id);
    expect(await status()).toBe(200);
    await owner.query('update tenants set showcase_enabled = false where id = $1', [id]);
    expect(await status()).toBe(404);
  });

  it.each<[string, string, () => Promise<Buffer>]>([
    ['an SVG', 'logo.svg', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', 'logo.gif', () => quarters().gif().toBuffer()],
    ['half a PNG', 'logo.png', async () => (await quarters().png().toBuffer()).subarray(0, 400)],
    ['zero bytes', 'logo.png', async () => Buffer.alloc(0)],
  ])('cannot be %s', async (_name, name, make) => {
    const { admin } = await createTenantFixture(owner);
    const before = (await stored()).length;
    const { status, body } = await send(admin.token, name, await make());
    expect([status, Object.keys(body.errors)]).toEqual([422, ['logo']]);
    expect([(await stored()).length, await spooled()]).toEqual([before, []]);
  });

  it('cannot be larger than 2 MB', async () => {
    const { admin } = await createTenantFixture(owner);
    const { status } = await send(admin.token, 'logo.png', Buffer.alloc(2 * 1024 * 1024 + 1, 0x89));
    expect(status).toBe(413);
    expect(await spooled()).toEqual([]);
  });
});
