import { readFile } from 'node:fs/promises';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { GET as file } from '@/app/api/admin/gallery/[id]/[variant]/route';
import { GET as list, POST as uploadTo } from '@/app/api/admin/gallery/route';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { bombPng, heicHeader, phonePhoto, quarters } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { createStudio } from '@/tests/support/fixtures/photos';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { download, fileOf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();

type Shown = { variant: string; url: string; width: number; height: number };

describe('uploading a photo', () => {
  it('keeps its renditions, internal unless told otherwise, with the time the camera says', async () => {
    const { addPhoto, admin, projectId } = await createStudio(owner);
    const { status, body } = await addPhoto(
      {},
      Uint8Array.from(await phonePhoto({ orientation: 6, offset: '+01:00' })),
    );
    expect(status).toBe(201);
    const { id, variants, ...photo } = body.data;
    expect(photo).toMatchObject({
      project_id: projectId,
      project_name: 'House',
      client_name: 'Okafor residence',
      phase_id: null,
      visibility: 'internal',
      caption: null,
      taken_at: '2026-03-04T04:06:07.000Z',
      width: 300,
      height: 400,
      placeholder: expect.stringMatching(/^data:image\/webp;base64,/),
    });
    expect(variants.map(({ variant }: Shown) => variant)).toEqual([
      'large',
      'large-webp',
      'thumbnail',
      'thumbnail-webp',
    ]);
    expect(await auditOf(owner, id)).toEqual([{ action: 'photo.uploaded', actor_id: admin.id }]);
  });

  it('stores caption, phase and visibility', async () => {
    const { addPhoto, id: tenantId, clientId, projectId } = await createStudio(owner);
    const phase = await createPhase(owner, { tenantId, clientId, id: projectId });
    const input = { caption: 'Der Giebel', phase_id: phase.id, visibility: 'client' };
    expect((await addPhoto(input)).body.data).toMatchObject({ ...input, phase_name: 'Foundation' });
  });

  it('serves no rendition with a byte of where it was taken, and keeps none on disk', async () => {
    const { addPhoto, admin } = await createStudio(owner);
    const original = Uint8Array.from(await phonePhoto());
    const { latitude, longitude } = await exifr.gps(original);
    expect([latitude.toFixed(3), longitude.toFixed(3)]).toEqual(['51.509', '-0.129']);
    const { body } = await addPhoto({}, original);
    for (const { variant, width, height } of body.data.variants as Shown[]) {
      const params = { id: body.data.id, variant };
      const { bytes, headers } = await download(file, { token: admin.token, params });
      expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
      expect(await exifr.parse(bytes, true).catch(() => undefined)).toBeUndefined();
      expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|Oriel test phone/);
      expect(headers.get('content-disposition')).toMatch(/^inline; filename="photo(-small)?\.(jpg|webp)"/);
    }
    for (const path of await stored()) expect((await readFile(path)).toString('latin1')).not.toMatch(/Exif|GPS/);
    expect(await spooled()).toEqual([]);
  });

  it('is dated by its name, or by its file on the device of the sender, where the camera says nothing', async () => {
    const { admin, projectId } = await createStudio(owner);
    const bytes = Uint8Array.from(await quarters().jpeg().toBuffer());
    const dateOf = async (name: string) => {
      const form: [string, string | File][] = [
        ['project_id', projectId],
        ['file_date', '2025-05-06T07:08:09.000Z'],
        ['photo', fileOf(name, bytes)],
      ];
      return (await upload(uploadTo, { token: admin.token, form })).body.data.taken_at;
    };
    expect(await dateOf('PXL_20260115_101112000.jpg')).toBe('2026-01-15T10:11:12.000Z');
    expect(await dateOf('kitchen.jpg')).toBe('2025-05-06T07:08:09.000Z');
  });

  it('is taken with a word where its file lost its end', async () => {
    const { addPhoto } = await createStudio(owner);
    const whole = Uint8Array.from(await phonePhoto());
    expect((await addPhoto({}, whole)).body.data.is_cut_short).toBe(false);
    const { status, body } = await addPhoto({}, whole.subarray(0, -2));
    expect([status, body.data.is_cut_short]).toEqual([201, true]);
  });

  it('leads a plain form back to the photos of the project', async () => {
    const { admin, projectId } = await createStudio(owner);
    const photo = fileOf('a.jpg', Uint8Array.from(await phonePhoto()));
    const { status, headers } = await upload(uploadTo, {
      token: admin.token,
      headers: { accept: 'text/html,application/xhtml+xml' },
      form: [
        ['project_id', projectId],
        ['photo', photo],
      ],
    });
    expect([status, headers.get('location')]).toEqual([303, `/admin/projects/${projectId}/photos`]);
  });

  it('is open to staff, not to clients, nobody, or another business', async () => {
    const { staff, person, projectId } = await createStudio(owner);
    const foreign = await createStudio(owner);
    const photo = fileOf('a.jpg', Uint8Array.from(await phonePhoto()));
    const as = async (token?: string) =>
      (
        await upload(uploadTo, {
          token,
          form: [
            ['project_id', projectId],
            ['photo', photo],
          ],
        })
      ).status;
    expect([await as(staff.token), await as(person.token), await as('oriel_x'), await as(foreign.admin.token)]).toEqual(
      [201, 403, 401, 422],
    );
  });
});

describe('what cannot be a photo leaves nothing behind', () => {
  const html = '<!doctype html><script>alert(1)</script>';
  it.each<[string, string, () => Promise<Buffer>]>([
    ['zero bytes', 'a.jpg', async () => Buffer.from('')],
    ['an SVG', 'a.svg', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['an SVG called JPEG', 'a.jpg', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML called JPEG', 'a.jpg', async () => Buffer.from(html)],
    ['a PNG called a program', 'a.exe', () => quarters().png().toBuffer()],
    ['a GIF', 'a.gif', () => quarters().gif().toBuffer()],
    ['a PDF', 'a.pdf', async () => Buffer.from('%PDF-1.4\n%%EOF\n')],
    ['a truncated JPEG', 'a.jpg', async () => (await phonePhoto({ width: 900, height: 700 })).subarray(0, 3000)],
    ['a bomb', 'a.png', async () => bombPng(30_000)],
    ['an HEIC', 'a.heic', async () => heicHeader()],
  ])('%s', async (_name, name, make) => {
    const { admin, projectId } = await createStudio(owner);
    const before = (await stored()).length;
    const form: [string, string | File][] = [
      ['project_id', projectId],
      ['photo', fileOf(name, Uint8Array.from(await make()))],
    ];
    const { status, body } = await upload(uploadTo, { token: admin.token, form });
    expect([status, Object.keys(body.errors)]).toEqual([422, ['photo']]);
    expect((await stored()).length).toBe(before);
    expect(await spooled()).toEqual([]);
    expect((await call(list, { token: admin.token })).body.data).toEqual([]);
  });

  it('an unknown project, a phase of another one, an unknown field, a wrong visibility', async () => {
    const studio = await createStudio(owner);
    const { addPhoto, id: tenantId, otherId, otherProjectId, admin } = studio;
    const phase = await createPhase(owner, { tenantId, clientId: otherId, id: otherProjectId });
    const foreign = await createStudio(owner);
    const wrong = async (fields: Record<string, string>) => (await addPhoto(fields)).body.errors;
    expect(Object.keys(await wrong({ project_id: foreign.projectId }))).toEqual(['project_id']);
    expect(Object.keys(await wrong({ project_id: 'x' }))).toEqual(['project_id']);
    expect(Object.keys(await wrong({ phase_id: phase.id }))).toEqual(['phase_id']);
    expect(Object.keys(await wrong({ visibility: 'everybody' }))).toEqual(['visibility']);
    expect(Object.keys(await wrong({ width: '1' }))).toEqual(['width']);
    expect((await call(list, { token: admin.token })).body.data).toEqual([]);
  });

  it('a full storage', async () => {
    const { addPhoto, id } = await createStudio(owner);
    await owner.query('update tenants set storage_quota_bytes = 100 where id = $1', [id]);
    expect((await addPhoto()).status).toBe(413);
    expect(await spooled()).toEqual([]);
  });
});
