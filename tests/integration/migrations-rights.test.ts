import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { appUrl } from '@/lib/db/app-url';
import { type Embedded, openEmbedded } from '@/lib/db/embedded';
import { deploy, drift } from '@/lib/db/migrations';
import { appPassword } from '@/lib/secret';

// Roles belong to the whole server, so this file starts its own.
const folder = await mkdtemp(join(tmpdir(), 'oriel-rights-'));
const server: Embedded = await openEmbedded(folder);
const superuser = new pg.Client({ connectionString: server.url });
await superuser.connect();

afterAll(async () => {
  await superuser.end();
  await server.close();
  await rm(folder, { recursive: true });
});

const secret = 'a-secret-of-this-test-only-0123456789';
const deployAs = (url: string) => deploy(url, { appPassword: appPassword(secret) });

function urlFor(user: string, database: string, password = 'secret'): string {
  const url = new URL(server.url);
  return Object.assign(url, { username: user, password, pathname: `/${database}` }).href;
}

describe('on a PostgreSQL of the deployer', () => {
  test('the database user has to be let in', async () => {
    await superuser.query("CREATE ROLE plain LOGIN PASSWORD 'secret'");
    await superuser.query('CREATE DATABASE shop');
    const closed = new URL(urlFor('plain', 'shop'));
    closed.port = '1';
    await expect(deployAs(urlFor('plain', 'shop', 'wrong'))).rejects.toThrow(
      'the server refused the password of user plain',
    );
    await expect(deployAs(urlFor('plain', 'nowhere'))).rejects.toThrow(/the database nowhere does not exist/);
    await expect(deployAs(closed.href)).rejects.toThrow(
      'Cannot connect to the database: nothing answers at 127.0.0.1:1',
    );
  });

  test('each missing right is named with the command that grants it; following them all ends in a working wall', async () => {
    const url = urlFor('plain', 'shop');
    await expect(deployAs(url)).rejects.toThrow(
      /plain may not create tables: .* ALTER DATABASE "shop" OWNER TO "plain"$/,
    );
    await superuser.query('ALTER DATABASE "shop" OWNER TO "plain"');
    await expect(deployAs(url)).rejects.toThrow(
      /plain may not create the roles oriel_admin, .*: .* ALTER ROLE "plain" CREATEROLE$/,
    );
    await superuser.query('ALTER ROLE "plain" CREATEROLE');
    expect(await deployAs(url)).toMatchObject({ wall: true });
    expect((await deployAs(url)).applied).toEqual([]);
    await expect(drift(url)).rejects.toThrow(/ALTER ROLE "plain" CREATEDB$/);
  });

  test('the portal logs in with its derived password, and may do nothing until it takes a role', async () => {
    const portal = new pg.Client({ connectionString: appUrl(urlFor('plain', 'shop'), secret) });
    await portal.connect();
    await expect(portal.query('SELECT FROM users')).rejects.toThrow('permission denied for table users');
    await portal.query("BEGIN; SELECT set_config('role', 'oriel_client', true)");
    expect((await portal.query('SELECT id FROM projects')).rows).toEqual([]);
    await portal.query('ROLLBACK');
    await portal.end();
    const stranger = new pg.Client({ connectionString: appUrl(urlFor('plain', 'shop'), 'another secret') });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
  });

  test('roles that another user made have to be handed over', async () => {
    await superuser.query("CREATE ROLE second LOGIN CREATEROLE PASSWORD 'secret'");
    await superuser.query('CREATE DATABASE other OWNER second');
    const url = urlFor('second', 'other');
    const refused = await deployAs(url).catch((error: Error) => error.message);
    expect(refused).toMatch(
      /^The database user second does not manage roles that another user made: as a superuser run GRANT /,
    );
    await superuser.query(String(refused).split('as a superuser run ')[1] ?? '');
    expect(await deployAs(url)).toMatchObject({ wall: true });
  });
});
