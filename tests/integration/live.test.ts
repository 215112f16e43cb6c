import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from '@/lib/env';
import { beginHearing, closeAll, concerns, dispatch, mayHaveMissed, openStreams } from '@/lib/live/registry';
import { testDatabase } from '@/tests/support/database/database';
import { createNewsFixture } from '@/tests/support/fixtures/news';
import { openLive } from '@/tests/support/http/live';

const { owner } = await testDatabase();

afterEach(() => closeAll());

/** Without a message, at the next sign of life, it would take 25 seconds. */
const soon = { timeout: 15_000, interval: 20 };

describe('the stream of live messages', () => {
  it('is for people with access alone, and is neither stored nor buffered', async () => {
    const { person } = await createNewsFixture(owner);
    expect((await openLive('no-token')).response.status).toBe(401);
    const { response, events } = await openLive(person.token);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('private, no-store, no-transform');
    await vi.waitFor(() => expect(events).toEqual([{ event: 'message', data: { type: 'hello' } }]), soon);
  });

  it('tells of a notification to its person, at commit and nowhere else', async () => {
    const { person, stranger, posted, note, staff, teamComment } = await createNewsFixture(owner);
    const [mine, other] = [await openLive(person.token), await openLive(stranger.token)];
    const id = await posted();
    const told = { event: 'message', data: { type: 'notification', record: id, about: 'project_update' } };
    await vi.waitFor(() => expect(mine.events).toContainEqual(told), soon);
    const before = mine.events.length;
    await note(id, 'Between us');
    await teamComment(id, 'Done');
    await vi.waitFor(() => expect(mine.events.length).toBeGreaterThan(before), soon);
    // The internal comment came first and left no message.
    expect(
      mine.events
        .slice(before)
        .map(({ data }) => data.type)
        .sort(),
    ).toEqual(['notification', 'project']);
    expect(other.events.map(({ data }) => data.type)).toEqual(['hello']);
    expect(openStreams().size).toBe(2);
    expect(staff.token).not.toBe(person.token);
  });

  it('begins with a resync for a browser that lost it', async () => {
    const { person } = await createNewsFixture(owner);
    const { events } = await openLive(person.token, { 'last-event-id': '7' });
    await vi.waitFor(() => expect(events[0]?.data).toEqual({ type: 'resync' }), soon);
  });

  it('begins with a resync where something came since the browser read what it shows, and for nobody else', async () => {
    const { person, stranger, staff, posted } = await createNewsFixture(owner);
    await openLive(person.token);
    const before = new Date().toISOString();
    const quiet = await openLive(person.token, {}, before);
    const id = await posted();
    await vi.waitFor(() => expect(quiet.events.at(-1)?.data).toMatchObject({ record: id }), soon);
    const first = async (token: string, since: string) => {
      const { events } = await openLive(token, {}, since);
      await vi.waitFor(() => expect(events).not.toEqual([]), soon);
      return events[0]?.data.type;
    };
    expect(quiet.events[0]?.data).toEqual({ type: 'hello' });
    expect(await first(person.token, before)).toBe('resync');
    expect(await first(stranger.token, before)).toBe('hello');
    expect(await first(staff.token, before)).toBe('hello');
    expect(await first(person.token, new Date(Date.now() + 1).toISOString())).toBe('hello');
    // Before this process listened it heard nothing.
    expect(await first(stranger.token, '2026-01-01T00:00:00Z')).toBe('resync');
  });

  it('takes no other query', async () => {
    const { person } = await createNewsFixture(owner);
    expect((await openLive(person.token, {}, 'yesterday')).response.status).toBe(422);
  });

  const losses: [string, string][] = [
    ['the person is deactivated', 'update users set is_active = false where id = $1'],
    ['the portal is switched off', 'update users set client_portal_enabled = false where id = $1'],
    ['the token is revoked', 'update api_tokens set revoked_at = now() where user_id = $1'],
    [
      'the client is deactivated',
      'update clients set is_active = false where id = (select client_id from users where id = $1)',
    ],
    [
      'the business is suspended',
      `update tenants set status = 'suspended', suspended_at = now() where id = (select tenant_id from users where id = $1)`,
    ],
  ];
  it.each(losses)('ends at once where %s, and not for others', async (_, sql) => {
    const [{ person }, { person: other }] = [await createNewsFixture(owner), await createNewsFixture(owner)];
    const [mine, others] = [await openLive(person.token), await openLive(other.token)];
    await owner.query(sql, [person.id]);
    await vi.waitFor(() => expect(mine.state.isOver).toBe(true), soon);
    expect(mine.events.at(-1)).toEqual({ event: 'end', data: { type: 'end' } });
    expect(others.state.isOver).toBe(false);
    expect((await openLive(person.token)).response.status).toBeGreaterThanOrEqual(401);
  });

  it('closes with the request and at shutdown', async () => {
    const { person } = await createNewsFixture(owner);
    const [one, two] = [await openLive(person.token), await openLive(person.token)];
    one.close();
    await vi.waitFor(() => expect(openStreams().size).toBe(1), soon);
    closeAll();
    await two.over;
    expect(openStreams().size).toBe(0);
  });

  it('outlives a lost connection to the database, and tells to read anew', async () => {
    const { person, posted } = await createNewsFixture(owner);
    const { events } = await openLive(person.token);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(events.at(-1)?.data).toEqual({ type: 'resync' }), soon);
    await posted();
    await vi.waitFor(() => expect(events.at(-1)?.data.type).toBe('notification'), soon);
  });

  it('hears what another process writes, and nothing that is rolled back', async () => {
    const { person } = await createNewsFixture(owner);
    const { events } = await openLive(person.token);
    const elsewhere = new pg.Client({ connectionString: env().appDatabaseUrl });
    await elsewhere.connect();
    const send = (type: string) =>
      elsewhere.query(`select pg_notify('oriel_live', $1)`, [JSON.stringify({ type, user: person.id })]);
    await elsewhere.query('begin');
    await send('undone');
    await elsewhere.query('rollback');
    await send('done');
    await elsewhere.end();
    await vi.waitFor(() => expect(events.map(({ data }) => data.type)).toEqual(['hello', 'done']), soon);
  });
});

describe('a message concerns', () => {
  const client = { userId: 'u', clientId: 'c', tenantId: 't' };
  const team = { userId: 'm', clientId: null, tenantId: 't' };
  it.each([
    [{ type: 'notification', user: 'u' }, true, false],
    [{ type: 'project', tenant: 't', client: 'c', team: true }, true, true],
    [{ type: 'project', tenant: 't', client: 'd', team: true }, false, true],
    [{ type: 'ticket', tenant: 't', team: true }, false, true],
    [{ type: 'ticket', tenant: 's', team: true }, false, false],
    [{ type: 'ticket', tenant: 't' }, false, false],
    [{ type: 'access', tenant: 't' }, true, true],
    [{ type: 'notification', user: null }, false, false],
  ])('%j: the client %s, the team %s', (message, ofClient, ofTeam) => {
    expect([concerns(message, client), concerns(message, team)]).toEqual([ofClient, ofTeam]);
  });
});

describe('messages are remembered for streams that open later', () => {
  const person = { userId: 'u', clientId: null, tenantId: 't' };

  it('a thousand of them; whoever read before that may have missed one', () => {
    beginHearing();
    const begin = Date.now();
    for (let at = 0; at < 1000; at++) dispatch({ type: 'ticket', tenant: 's', team: true });
    expect(mayHaveMissed(begin, person)).toBe(false);
    vi.useFakeTimers({ now: begin + 5_000, toFake: ['Date'] });
    for (let at = 0; at < 1000; at++) dispatch({ type: 'ticket', tenant: 's', team: true });
    vi.useRealTimers();
    expect(mayHaveMissed(begin, person)).toBe(true);
    expect(mayHaveMissed(begin + 5_000, person)).toBe(false);
  });
});
