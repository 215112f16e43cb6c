import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { SetupError } from '@/lib/setup-error';
import { requireStorage } from '@/lib/storage/probe';
import type { StorageSettings } from '@/lib/storage-settings';
import { runScript } from '@/tests/support/processes/script';
import { startS3 } from '@/tests/support/stand-ins/s3';
import { startUploadThing } from '@/tests/support/stand-ins/uploadthing';

const folder = await mkdtemp(join(tmpdir(), 'oriel-start-'));
const s3 = await startS3();
const uploadThing = await startUploadThing();
afterAll(async () => {
  uploadThing.restore();
  await Promise.all([s3.standIn.close(), uploadThing.standIn.close(), rm(folder, { recursive: true, force: true })]);
});
vi.spyOn(console, 'warn').mockReturnValue();

const spoolFolder = join(folder, 'spool');
const disk: StorageSettings = { driver: 'disk', folder: join(folder, 'files'), spoolFolder };
const bucket: StorageSettings = { driver: 's3', ...s3.settings, spoolFolder };
const hosted: StorageSettings = { driver: 'uploadthing', token: uploadThing.token, spoolFolder };

it('a storage that works is used once at the start, and nothing stays there', async () => {
  for (const settings of [disk, bucket, hosted]) await requireStorage(settings);
  expect([s3.standIn.objects.size, uploadThing.standIn.objects.size]).toEqual([0, 0]);
  expect(await readdir(spoolFolder)).toEqual([]);
});

it('one that does not is refused in one line that says where and why', async () => {
  await writeFile(join(folder, 'file'), '');
  const { port } = s3.standIn;
  const attempts: [StorageSettings, RegExp][] = [
    [{ ...disk, folder: join(folder, 'file') }, /^Files cannot be stored in \/.+\/file: E(NOTDIR|EXIST).*$/],
    [
      { ...bucket, bucket: 'missing' },
      new RegExp(`^Files cannot be stored in the bucket missing at http://localhost:${port}: .*NoSuchBucket`),
    ],
    [
      { ...bucket, credentials: { accessKeyId: 'test-key', secretAccessKey: 'wrong' } },
      /^Files cannot be stored in the bucket/,
    ],
    [{ ...bucket, endpoint: 'http://localhost:1' }, /localhost:1: connect ECONNREFUSED/],
  ];
  uploadThing.standIn.mood = 'down';
  attempts.push([hosted, /^Files cannot be stored at UploadThing: /]);
  for (const [settings, message] of attempts) {
    const refused = requireStorage(settings).catch((error: unknown) => error);
    expect(await refused).toBeInstanceOf(SetupError);
    expect(String(await refused)).not.toContain('\n');
    expect(await refused).toMatchObject({ message: expect.stringMatching(message) });
  }
  expect(await readdir(spoolFolder)).toEqual([]);
});

it('npm run sweep says what it removed', async () => {
  const data = join(folder, 'data');
  expect(await runScript('scripts/sweep.ts', [], { ORIEL_DATA_DIR: data, DATABASE_URL: '' })).toMatchObject({
    code: 1,
  });
  expect((await runScript('scripts/migrate.ts', ['deploy'], { ORIEL_DATA_DIR: data })).code).toBe(0);
  expect(await runScript('scripts/sweep.ts', [], { ORIEL_DATA_DIR: data })).toEqual({
    code: 0,
    output: `There was nothing to remove (${data}).`,
  });
});
