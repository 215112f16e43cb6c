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
      host: '::',
      port: 3000,
      dataDir: '.data',
      databaseUrl: undefined,
      appDatabaseUrl: undefined,
      secret: undefined,
      url: 'http://localhost:3000',
      trustProxy: 0,
      demo: false,
      logLevel: 'info',
      fontsDir: undefined,
      archiveKeys: [],
      worker: true,
      mail: { smtp: undefined, imap: undefined },
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

  test('the public address loses its last slash and the usual port', () => {
    expect(launchEnv({ ORIEL_URL: 'https://Portal.example.com:443/' }).url).toBe('https://portal.example.com');
    expect(launchEnv({ ORIEL_URL: 'https://portal.example.com:8443' }).url).toBe('https://portal.example.com:8443');
  });

  test.each([
    [{}, '::', 'http://localhost:3000'],
    [{ ORIEL_DEMO: '1' }, '127.0.0.1', 'http://localhost:3000'],
    [{ TRUST_PROXY: '1' }, '127.0.0.1', 'http://localhost:3000'],
    [{ TRUST_PROXY: '1', ORIEL_HOST: '0.0.0.0' }, '0.0.0.0', 'http://localhost:3000'],
    [{ ORIEL_DEMO: '1', ORIEL_HOST: '192.0.2.7' }, '192.0.2.7', 'http://192.0.2.7:3000'],
    [{ ORIEL_HOST: '::1' }, '::1', 'http://[::1]:3000'],
    [{ ORIEL_HOST: 'localhost' }, '127.0.0.1', 'http://localhost:3000'],
    [{ ORIEL_HOST: '192.0.2.7', ORIEL_URL: 'https://p.example' }, '192.0.2.7', 'https://p.example'],
  ])('%j listens on %s and is at %s', (given, host, url) => {
    expect(launchEnv(given)).toMatchObject({ host, url });
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
    ['ORIEL_URL', 'https://example.com/portal', /^ORIEL_URL has more than a host/],
    ['ORIEL_URL', 'https://example.com/?a=1', /^ORIEL_URL has more than a host/],
    ['ORIEL_URL', 'https://me@example.com', /^ORIEL_URL has more than a host/],
    ['ORIEL_HOST', 'portal.example.com', /^ORIEL_HOST is not an address to listen on/],
    ['ORIEL_HOST', '127.0.0.1:80', /^ORIEL_HOST is not an address to listen on/],
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
