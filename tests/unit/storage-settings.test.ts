import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchEnv } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';

const token = Buffer.from(JSON.stringify({ apiKey: 'sk', appId: 'app', regions: ['fra1'] })).toString('base64');
const spoolFolder = join('/data', 'spool');
const storageOf = (given: Record<string, string>) => launchEnv({ ORIEL_DATA_DIR: '/data', ...given }).storage;

describe('where files are kept', () => {
  test('on disk, in the data folder, unless set otherwise', () => {
    expect(storageOf({})).toEqual({ driver: 'disk', folder: join('/data', 'files'), spoolFolder });
  });

  test('in a bucket of Amazon, with the credentials that the machine has', () => {
    expect(storageOf({ ORIEL_STORAGE: 's3', ORIEL_S3_BUCKET: 'files', ORIEL_S3_REGION: 'eu-west-1' })).toEqual({
      driver: 's3',
      bucket: 'files',
      region: 'eu-west-1',
      endpoint: undefined,
      forcePathStyle: false,
      credentials: undefined,
      spoolFolder,
    });
  });

  test('in a bucket of any server with the same protocol', () => {
    const given = {
      ORIEL_STORAGE: 's3',
      ORIEL_S3_BUCKET: 'files',
      ORIEL_S3_ENDPOINT: 'https://s3.example.com',
      ORIEL_S3_FORCE_PATH_STYLE: '1',
      ORIEL_S3_ACCESS_KEY_ID: 'id',
      ORIEL_S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(storageOf(given)).toMatchObject({
      endpoint: 'https://s3.example.com',
      forcePathStyle: true,
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
  });

  test('at UploadThing', () => {
    const given = { ORIEL_STORAGE: 'uploadthing', UPLOADTHING_TOKEN: token };
    expect(storageOf(given)).toEqual({ driver: 'uploadthing', token, spoolFolder });
  });

  const s3 = { ORIEL_STORAGE: 's3', ORIEL_S3_BUCKET: 'files' };
  test.each([
    [{ ORIEL_STORAGE: 'ftp' }, 'ORIEL_STORAGE is none of disk, s3, uploadthing'],
    [{ ORIEL_STORAGE: 's3' }, 'ORIEL_STORAGE=s3 needs ORIEL_S3_BUCKET'],
    [{ ...s3, ORIEL_S3_ENDPOINT: 's3.example.com' }, /^ORIEL_S3_ENDPOINT is not a web address/],
    [{ ...s3, ORIEL_S3_FORCE_PATH_STYLE: 'yes' }, 'ORIEL_S3_FORCE_PATH_STYLE is neither 0 nor 1'],
    [{ ...s3, ORIEL_S3_ACCESS_KEY_ID: 'id' }, /are needed together$/],
    [{ ORIEL_STORAGE: 'uploadthing' }, 'ORIEL_STORAGE=uploadthing needs UPLOADTHING_TOKEN'],
    [
      { ORIEL_STORAGE: 'uploadthing', UPLOADTHING_TOKEN: 'sk_live_1' },
      'UPLOADTHING_TOKEN is not a token of UploadThing',
    ],
  ])('%j is refused in one line', (given: Record<string, string>, message) => {
    expect(() => storageOf(given)).toThrow(SetupError);
    expect(() => storageOf(given)).toThrow(message);
  });
});
