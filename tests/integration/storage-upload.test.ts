import { describe, expect, it } from 'vitest';
import { uploadKinds } from '@/lib/storage/kinds';
import { testDatabase } from '@/tests/support/database/database';
import { downloadDoor, uploadDoor } from '@/tests/support/files/file-doors';
import { honestFiles, hostileFiles } from '@/tests/support/files/hostile-files';
import { testStorage } from '@/tests/support/files/storage';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { download, fileOf, smallPdf, upload } from '@/tests/support/http/upload';
import { signIn } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const { id: tenantId, admin, staff, addClient, addPerson } = await createTestTenant(owner);
const door = uploadDoor('document');

const rows = async () =>
  (await owner.query('select * from stored_files where tenant_id = $1 order by id desc', [tenantId])).rows;

/** Runs an action and expects that it leaves no row, no object and no bytes in the spool. */
async function leavesNothing<T>(action: () => Promise<T>): Promise<T> {
  const before = [await rows(), await stored()];
  const result = await action();
  expect([await rows(), await stored()]).toEqual(before);
  expect(await spooled()).toEqual([]);
  return result;
}

describe('what an upload accepts', () => {
  it.each(Object.entries(honestFiles))('%s', async (name, [bytes, contentType]) => {
    const answer = await upload(door, { token: staff.token, form: [['new_file', fileOf(name, bytes)]] });
    expect(answer.status).toBe(201);
    const sent = await download(downloadDoor, { token: admin.token, params: { id: answer.body.file_ids[0] } });
    expect(sent.bytes.equals(Buffer.from(bytes as Uint8Array))).toBe(true);
    expect(sent.headers.get('content-type')).toBe(contentType);
    expect(await spooled()).toEqual([]);
  });

  it('gives a file without an ending the one of its content', async () => {
    await upload(door, { token: staff.token, form: [['new_file', fileOf('scan of today', smallPdf())]] });
    expect((await rows())[0]).toMatchObject({ file_name: 'scan of today.pdf', status: 'stored' });
  });

  it('reads names as browsers and mail programs write them', async () => {
    for (const name of ['The "big" plan.pdf', '=?utf-8?q?S=C3=BCd?=.pdf'])
      await upload(door, { token: staff.token, form: [['new_file', fileOf(name, smallPdf())]] });
    expect((await rows()).slice(0, 2).map((row) => row.file_name)).toEqual(['Süd.pdf', 'The _big_ plan.pdf']);
  });

  it.each(['\u200b.pdf', '\u3164', '\u202e\u2066 .pdf'])('refuses the name %j, which shows nothing', async (name) => {
    const { status, body } = await leavesNothing(() =>
      upload(door, { token: staff.token, form: [['new_file', fileOf(name, smallPdf())]] }),
    );
    expect([status, Object.keys(body.errors)]).toEqual([422, ['new_file']]);
  });

  it('takes several files and the fields beside them, in any order', async () => {
    const form: [string, string | File][] = [
      ['new_file', fileOf('a.pdf', smallPdf('a'))],
      ['title', 'Two plans'],
      ['new_file', fileOf('b.pdf', smallPdf('b'))],
      ['page_count', '2'],
    ];
    const { status, body } = await upload(door, { token: staff.token, form });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Two plans', page_count: 2 });
    const files = await Promise.all(
      body.file_ids.map((id: string) => download(downloadDoor, { token: staff.token, params: { id } })),
    );
    expect(files.map(({ bytes }) => bytes.toString())).toEqual([smallPdf('a'), smallPdf('b')]);
  });

  it('passes over a file input that was left empty', async () => {
    const form: [string, string | File][] = [['new_file', fileOf('', '')]];
    const { status, body } = await upload(door, { token: staff.token, form });
    expect([status, body.errors]).toEqual([422, { new_file: ['Please fill this in.'] }]);
  });
});

describe('what an upload refuses, with a sentence on its field and nothing left behind', () => {
  it.each(Object.entries(hostileFiles))('%s', async (_, [name, bytes]) => {
    const answer = await leavesNothing(() =>
      upload(door, { token: staff.token, form: [['new_file', fileOf(name, bytes)]] }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.new_file).toHaveLength(1);
    expect(answer.body.errors.new_file[0]).not.toContain('\u202e');
  });

  it('documents where only pictures are wanted', async () => {
    const answer = await leavesNothing(() =>
      upload(uploadDoor('logo'), { token: staff.token, form: [['new_file', fileOf('plan.pdf', smallPdf())]] }),
    );
    expect(answer.body.errors.new_file).toEqual(['“plan.pdf” is damaged, or none of these: JPG, PNG, WEBP.']);
  });

  it('one byte more than the limit: 413, with the limit', async () => {
    const { maxBytes } = uploadKinds.logo;
    const pixels = Buffer.concat([Buffer.from(honestFiles['pixel.png']?.[0] ?? ''), Buffer.alloc(maxBytes)]);
    const logo = uploadDoor('logo');
    const most = fileOf('logo.png', pixels.subarray(0, maxBytes));
    expect((await upload(logo, { token: staff.token, form: [['new_file', most]] })).status).toBe(201);
    const answer = await leavesNothing(() =>
      upload(logo, { token: staff.token, form: [['new_file', fileOf('logo.png', pixels.subarray(0, maxBytes + 1))]] }),
    );
    expect([answer.status, answer.body.detail]).toEqual([413, '“logo.png” is too large: at most 2 MB.']);
  });

  it('a good file beside a bad one', async () => {
    const form: [string, File][] = [
      ['new_file', fileOf('plan.pdf', smallPdf())],
      ['new_file', fileOf('logo.svg', '<svg/>')],
    ];
    expect((await leavesNothing(() => upload(door, { token: staff.token, form }))).status).toBe(422);
  });

  it('too many files, a file in another field, unknown and wrong fields', async () => {
    const pdf = fileOf('plan.pdf', smallPdf());
    const four: [string, File][] = Array.from({ length: 4 }, () => ['new_file', pdf]);
    const attempts: [[string, string | File][], string][] = [
      [four, 'new_file'],
      [[['other', pdf]], 'other'],
      [
        [
          ['new_file', pdf],
          ['colour', 'red'],
        ],
        'colour',
      ],
      [
        [
          ['new_file', pdf],
          ['page_count', 'many'],
        ],
        'page_count',
      ],
      [[['title', 'No file']], 'new_file'],
    ];
    for (const [form, field] of attempts) {
      const answer = await leavesNothing(() => upload(door, { token: staff.token, form }));
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    }
  });

  it('people without a right to it, and requests that another site makes', async () => {
    const client = await addPerson('client', await addClient());
    const { cookie } = await signIn(owner, staff.email);
    const form: [string, File][] = [['new_file', fileOf('plan.pdf', smallPdf())]];
    const attempts = [
      { status: 401, form },
      { status: 403, token: client.token, form },
      { status: 403, headers: { cookie, 'sec-fetch-site': 'cross-site' }, form },
      { status: 403, headers: { cookie }, form },
    ];
    for (const { status, ...attempt } of attempts)
      expect((await leavesNothing(() => upload(door, attempt))).status).toBe(status);
    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await upload(door, { headers: own, form })).status).toBe(201);
  });
});

describe('a form without a script', () => {
  it('is led on', async () => {
    const form: [string, File][] = [['new_file', fileOf('plan.pdf', smallPdf())]];
    const headers = { accept: 'text/html,application/xhtml+xml' };
    const { status, headers: answered } = await upload(door, { token: staff.token, headers, form });
    expect([status, answered.get('location')]).toEqual([303, '/kept/1']);
  });

  const refused = async (name: string, headers: Record<string, string>) => {
    const form: [string, File][] = [['new_file', fileOf(name, '')]];
    return upload(door, { token: staff.token, headers: { accept: 'text/html', ...headers }, form });
  };

  it('is told in words what is wrong, in its language, and led back', async () => {
    const referer = 'http://localhost:3000/admin/documents/new?project_id=1&x="><b>';
    const { status, body, headers } = await refused('plan.pdf', { 'accept-language': 'de', referer });
    expect([status, headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/,
    );
    expect(body).toContain('<html lang="de"');
    expect(body).toContain('<h1>Bitte prüfen Sie Ihre Angaben</h1>');
    expect(body).toContain('<li><b>new_file:</b> „plan.pdf“ ist leer.</li>');
    expect(body).toContain('<a href="/admin/documents/new?project_id=1&amp;x=%22%3E%3Cb%3E">Zurück zum Formular</a>');
  });

  it('is shown names and fields as text, whatever they hold', async () => {
    const form: [string, string | File][] = [
      ['<img src=x>', 'odd'],
      ['new_file', fileOf('plan.pdf', smallPdf())],
    ];
    const { body } = await upload(door, { token: staff.token, headers: { accept: 'text/html' }, form });
    expect(body).toContain('&lt;img src=x&gt;');
    expect(body).not.toMatch(/<(img|script)/);
  });

  it.each([
    'http://elsewhere.example/admin',
    'http://localhost:3000//elsewhere.example',
    'javascript:alert(1)',
    'no address',
  ])('is not led to %s', async (referer) => {
    const { status, body } = await refused('plan.pdf', { referer });
    expect(status).toBe(422);
    expect(body).not.toContain('<a ');
  });

  it('is told so without a session, too', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'de' };
    const { status, body } = await upload(door, { headers, form: [] });
    expect([status, body.includes('<html lang="de"')]).toEqual([401, true]);
  });
});
