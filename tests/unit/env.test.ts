import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appEnv, launchEnv } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';

const complete = {
  ORIEL_APP_DATABASE_URL: 'postgresql://oriel_app:x@127.0.0.1:5432/oriel',
  ORIEL_SECRET: 'x'.repeat(32),
};

describe('settings', () => {
  test('everything has a default for the launcher', () => {
    expect(launchEnv({})).toEqual({
      port: 3000,
      dataDir: '.data',
      databaseUrl: undefined,
      appDatabaseUrl: undefined,
      secret: undefined,
      url: 'http://localhost:3000',
      trustProxy: 0,
      demo: false,
      logLevel: 'info',
      storage: { driver: 'disk', folder: join('.data', 'files'), spoolFolder: join('.data', 'spool') },
    });
  });

  test('an empty or blank variable counts as absent', () => {
    expect(launchEnv({ PORT: '', DATABASE_URL: ' ', ORIEL_SECRET: '' })).toEqual(launchEnv({}));
  });

  test('what is given is read', () => {
    const given = {
      PORT: '8080',
      TRUST_PROXY: '2',
      ORIEL_DEMO: '1',
      DATABASE_URL: 'postgres://me:p%40ss@db.example/oriel',
    };
    const { port, url, trustProxy, demo, databaseUrl } = launchEnv(given);
    expect({ port, url, trustProxy, demo }).toEqual({
      port: 8080,
      url: 'http://localhost:8080',
      trustProxy: 2,
      demo: true,
    });
    expect(databaseUrl).toBe('postgres://me:p%40ss@db.example/oriel');
  });

  test('the public address loses its path and its last slash', () => {
    expect(launchEnv({ ORIEL_URL: 'https://portal.example.com/' }).url).toBe('https://portal.example.com');
  });

  test.each([
    ['PORT', 'eighty', 'PORT is not a port number'],
    ['PORT', '70000', /^PORT /],
    ['PORT', '-1', /^PORT /],
    ['DATABASE_URL', 'mysql://root@localhost/oriel', /^DATABASE_URL is not a PostgreSQL address/],
    ['DATABASE_URL', 'postgresql://localhost', /^DATABASE_URL is not a PostgreSQL address/],
    ['DATABASE_URL', 'my database', /^DATABASE_URL is not a PostgreSQL address/],
    ['ORIEL_SECRET', 'short', 'ORIEL_SECRET is too short (at least 32 characters)'],
    ['ORIEL_URL', 'portal.example.com', /^ORIEL_URL is not a web address/],
    ['ORIEL_URL', 'ftp://portal.example.com', /^ORIEL_URL is not a web address/],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY is not a number of proxies'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is none of fatal, error, warn, info, debug, silent'],
    ['ORIEL_DEMO', 'true', 'ORIEL_DEMO is neither 0 nor 1'],
  ])('%s=%s is refused in one line', (name, value, message) => {
    const read = () => launchEnv({ [name]: value });
    expect(read).toThrow(SetupError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n/);
  });

  test('a refused address does not repeat the password in it', () => {
    expect(() => launchEnv({ DATABASE_URL: 'mysql://root:hunter2@localhost/oriel' })).not.toThrow(/hunter2/);
  });

  test('the portal needs its database and its secret, and never learns the owner address', () => {
    expect(() => appEnv({ ...complete, ORIEL_SECRET: '' })).toThrow(/^ORIEL_SECRET is not set/);
    expect(() => appEnv({ ...complete, ORIEL_APP_DATABASE_URL: '' })).toThrow(/^ORIEL_APP_DATABASE_URL is not set/);
    expect(appEnv({ ...complete, DATABASE_URL: 'postgresql://owner:x@127.0.0.1/oriel' })).not.toHaveProperty(
      'databaseUrl',
    );
  });
});
