import { NextRequest } from 'next/server';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { GET as download } from '@/app/api/client/documents/[id]/download/route';
import { GET as csv } from '@/app/api/client/ledger/csv/route';
import { GET as statement } from '@/app/api/client/ledger/statement/pdf/route';
import { GET as listProjects } from '@/app/api/client/projects/route';
import { identifySession } from '@/lib/auth/identify';
import { viewAsCookieName } from '@/lib/auth/session-cookie';
import { sealView, viewOf } from '@/lib/auth/view-as';
import type { ClientActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import type { RouteHandler } from '@/lib/doors/facts';
import { env } from '@/lib/env';
import { recordVisit } from '@/lib/visits/commands';
import { seededDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { freshOrigin } from '@/tests/support/identity/account';
import { signIn } from '@/tests/support/identity/sign-in';
import { statementsOf } from '@/tests/support/pages/request';

const { owner } = await seededDatabase();
await testStorage();

const admin = 'admin@harborpine.example';
const idOf = async (email: string): Promise<string> =>
  (await owner.query('select id from users where email = $1', [email])).rows[0].id;
const jane = await idOf('jane@okafor.example');

/** The look of a signed-in account with a cookie's value. */
async function look(sessionId: string, value: string) {
  const visitor = { identity: await identifySession(sessionId), origin: freshOrigin() };
  return viewOf(visitor, (name) => (name === viewAsCookieName() ? value : undefined));
}

/** The cookies of an admin who looks as a person. */
async function looking(person: string, account = admin) {
  const { sessionId, cookie } = await signIn(owner, account);
  return `${cookie}; ${viewAsCookieName()}=${await sealView(sessionId, person)}`;
}

const get = (handler: RouteHandler, cookie: string, params = {}) =>
  handler(new NextRequest('http://localhost:3000/api/test', { headers: { cookie } }), {
    params: Promise.resolve(params),
  });

describe('a look as a person of a client', () => {
  it('is that person, read-only in PostgreSQL', async () => {
    const { sessionId } = await signIn(owner, admin);
    const view = await look(sessionId, await sealView(sessionId, jane));
    expect(view?.actor).toMatchObject({ userId: jane, userType: 'client', via: { kind: 'on_behalf' } });
    const me = view?.actor as unknown as ClientActor;
    await expect(write(me, (db) => recordVisit(db, { place: 'gallery' }, me))).rejects.toThrow(/read-only transaction/);
  });

  it('ends after thirty minutes', async () => {
    const { sessionId } = await signIn(owner, admin);
    const value = await sealView(sessionId, jane);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 29 * 60_000 });
    try {
      expect(await look(sessionId, value)).not.toBeNull();
      vi.setSystemTime(Date.now() + 2 * 60_000);
      expect(await look(sessionId, value)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends with the admin’s session, and is of no use to another', async () => {
    const first = await signIn(owner, admin);
    const second = await signIn(owner, admin);
    const value = await sealView(first.sessionId, jane);
    expect(await look(second.sessionId, value)).toBeNull();
    await owner.query('update sessions set revoked_at = now() where id = $1', [first.sessionId]);
    expect(await look(first.sessionId, value)).toBeNull();
  });

  it.each(['staff@harborpine.example', 'sam@okafor.example', 'admin@kestrel.example', 'super@oriel.example'])(
    'is refused to %s',
    async (account) => {
      const { sessionId } = await signIn(owner, account);
      expect(await look(sessionId, await sealView(sessionId, jane))).toBeNull();
    },
  );

  it('needs a value that the portal signed', async () => {
    const { sessionId } = await signIn(owner, admin);
    const value = await sealView(sessionId, jane);
    const [head, , mark] = value.split('.');
    const other = Buffer.from(JSON.stringify({ session: sessionId, person: jane, exp: 9_999_999_999 })).toString(
      'base64url',
    );
    for (const forged of ['', 'x', `${head}.${other}.${mark}`, value.slice(0, -2)])
      expect(await look(sessionId, forged)).toBeNull();
  });

  it('ends when the person loses access', async () => {
    const { sessionId } = await signIn(owner, admin);
    const sam = await idOf('sam@okafor.example');
    const value = await sealView(sessionId, sam);
    expect(await look(sessionId, value)).not.toBeNull();
    await owner.query('update users set client_portal_enabled = false where id = $1', [sam]);
    expect(await look(sessionId, value)).toBeNull();
    await owner.query('update users set client_portal_enabled = true where id = $1', [sam]);
  });

  it('reads what the person reads, and is no client anywhere else', async () => {
    const own = await get(listProjects, (await signIn(owner, 'jane@okafor.example')).cookie);
    const seen = await get(listProjects, await looking(jane));
    expect([seen.status, await seen.json()]).toEqual([200, await own.json()]);
    const { cookie } = await signIn(owner, admin);
    expect((await get(listProjects, cookie)).status).toBe(403);
  });

  it('reads nothing of the person’s frame where there is none', async () => {
    const cookie = await looking(jane);
    // A kept plan is called by its name, which says nothing of its statement.
    const settings = env();
    const { appDatabaseUrl } = settings;
    settings.appDatabaseUrl = `${appDatabaseUrl}?pgbouncer=true`;
    const sent = await statementsOf(pg.Client, owner, async () => {
      expect((await get(listProjects, cookie)).status).toBe(200);
    });
    settings.appDatabaseUrl = appDatabaseUrl;
    // That of the admin's own session.
    expect(sent.filter(({ text }) => text.includes('unread_notifications'))).toHaveLength(1);
  });

  it('prints a statement, which it does not keep', async () => {
    const request = new NextRequest('http://localhost:3000/api/test?date_from=2026-01-01&date_to=2026-06-30', {
      headers: { cookie: await looking(jane) },
    });
    const kept = async () => (await owner.query('select count(*)::int as n from statement_prints')).rows[0].n;
    const before = await kept();
    const answer = await statement(request, {});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(await kept()).toBe(before);
  });

  it('exports a list, which is not the person’s export', async () => {
    const answer = await get(csv, await looking(jane));
    expect(answer.status).toBe(200);
    expect((await answer.text()).split('\r\n').length).toBeGreaterThan(2);
    const { rows } = await owner.query("select from audit_entries where action = 'list.exported' and actor_id = $1", [
      jane,
    ]);
    expect(rows).toEqual([]);
  });

  it('counts no download', async () => {
    const { uploadDocument, move, admin: boss, person } = await createDocumentFixture(owner);
    const id = await uploadDocument({ text: 'first' });
    await move(id, 'published');
    const fetchAs = async (cookie: string) => {
      const answer = await get(download, cookie, { id });
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
      const lines = 'select count(*)::int as n from document_downloads where document_id = $1';
      return (await owner.query(lines, [id])).rows[0].n;
    };
    expect(await fetchAs(await looking(person.id, boss.email))).toBe(0);
    expect(await fetchAs((await signIn(owner, person.email)).cookie)).toBe(1);
  });
});
