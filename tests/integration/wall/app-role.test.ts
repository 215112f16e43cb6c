import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { appUrl } from '@/lib/db/app-url';
import { openEmbedded } from '@/lib/db/embedded';
import { deploy } from '@/lib/db/migrations';
import { appPassword } from '@/lib/secret';

// Roles belong to the whole server, so this file starts its own.
const folder = await mkdtemp(join(tmpdir(), 'oriel-role-'));
const server = await openEmbedded(folder);
const superuser = new pg.Client({ connectionString: server.url });
await superuser.connect();

afterAll(async () => {
  await superuser.end();
  await server.close();
  await rm(folder, { recursive: true });
});

const secret = 'a-secret-of-this-test-only-0123456789';
const raise = () => deploy(server.url, { appPassword: appPassword(secret) });

describe('a role oriel_app that somebody made before', () => {
  test('is refused while it bypasses row security', async () => {
    await superuser.query('create role oriel_app login bypassrls');
    await expect(raise()).rejects.toThrow(
      /oriel_app bypasses row security: .* ALTER ROLE oriel_app NOSUPERUSER NOBYPASSRLS/,
    );
    await superuser.query('alter role oriel_app nobypassrls');
  });

  test('inherits nothing in the end, neither as a role nor as a member', async () => {
    await superuser.query('create role oriel_login nologin; grant oriel_login to oriel_app');
    await raise();
    const portal = new pg.Client({ connectionString: appUrl(server.url, secret) });
    await portal.connect();
    await expect(portal.query('select from users')).rejects.toThrow('permission denied for table users');
    await portal.query("begin; select set_config('role', 'oriel_login', true)");
    expect((await portal.query('select from users')).rows).toEqual([]);
    await portal.end();
  });
});
