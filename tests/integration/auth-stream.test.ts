import { describe, expect, it, vi } from 'vitest';
import { actAs } from '@/lib/auth/on-behalf';
import { type Pages, stream } from '@/lib/auth/stream';
import type { Actor, OnBehalfActor } from '@/lib/authz/actor';
import { jobActor } from '@/lib/authz/job';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createAccount } from '@/tests/support/identity/account';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

/** A client user whose project has this many phases. */
async function createLongProject(phases: number) {
  const account = await createAccount(owner);
  const place = [account.tenantId, account.clientId];
  const { rows } = await owner.query<{ id: string }>(
    `insert into projects (id, tenant_id, client_id, client_user_id, name, updated_at)
     values (gen_random_uuid(), $1, $2, $3, 'House', now()) returning id`,
    [...place, account.id],
  );
  await owner.query(
    `insert into phases (id, tenant_id, client_id, project_id, key, name, position, updated_at)
     select gen_random_uuid(), $1, $2, $3, 'phase-' || n, 'Phase ' || n, n, now() from generate_series(1, $4::int) n`,
    [...place, rows[0]?.id, phases],
  );
  return { account, actor: await actorOf(owner, account.email) };
}

type Row = { position: number };

/** Reads the phases by position, page by page, and counts the pages read. */
function phasePages(size = 500) {
  const page = vi.fn<Pages<Row, number>['page']>((db, after, take) =>
    db.phase.findMany({
      where: { position: { gt: after ?? 0 } },
      orderBy: { position: 'asc' },
      select: { position: true },
      take,
    }),
  );
  return { page, keyOf: ({ position }: Row) => position, size };
}

async function positions(actor: Actor | OnBehalfActor, pages: Pages<Row, number>): Promise<number[]> {
  const found: number[] = [];
  for await (const { position } of stream(actor, pages)) found.push(position);
  return found;
}

/** The number of the portal's connections with an open transaction. */
async function openTransactions(watcher: typeof owner): Promise<number> {
  const { rows } = await watcher.query<{ count: number }>(
    `select count(*)::int from pg_stat_activity
     where datname = current_database() and usename = 'oriel_app' and xact_start is not null`,
  );
  return rows[0]?.count ?? -1;
}

describe('a stream', () => {
  it('yields 5,000 rows, each once and in order', async () => {
    const { actor } = await createLongProject(5000);
    const pages = phasePages();
    expect(await positions(actor, pages)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
    expect(pages.page).toHaveBeenCalledTimes(11);
  });

  it('reads no page ahead of a slow consumer, and holds no transaction meanwhile', async () => {
    const { actor } = await createLongProject(1200);
    const pages = phasePages(500);
    let count = 0;
    for await (const _ of stream(actor, pages)) {
      count += 1;
      if (count % 400 !== 0) continue;
      expect(await openTransactions(owner)).toBe(0);
      expect(pages.page).toHaveBeenCalledTimes(Math.ceil(count / 500));
    }
    expect(count).toBe(1200);
  });

  it('ends with its consumer, without another page', async () => {
    const { actor } = await createLongProject(60);
    const pages = phasePages(20);
    for await (const { position } of stream(actor, pages)) if (position === 30) break;
    expect(pages.page).toHaveBeenCalledTimes(2);
  });

  it('of an empty set yields nothing', async () => {
    const { actor } = await createLongProject(0);
    expect(await positions(actor, phasePages())).toEqual([]);
  });

  it('shows an actor what the wall shows them', async () => {
    await createLongProject(5);
    const { actor } = await createLongProject(3);
    expect(await positions(actor, phasePages())).toEqual([1, 2, 3]);
  });
});

describe('access that is lost midway stops the stream at the next page', () => {
  it.each([
    ['session revoked', 'update sessions set revoked_at = now() where user_id = $1', 'UNAUTHENTICATED'],
    ['person deactivated', 'update users set is_active = false where id = $1', 'UNAUTHENTICATED'],
    ['portal closed', 'update users set client_portal_enabled = false where id = $1', 'FORBIDDEN'],
    [
      'client deactivated',
      'update clients set is_active = false where id = (select client_id from users where id = $1)',
      'FORBIDDEN',
    ],
  ])('%s', async (_, change, code) => {
    const { actor, account } = await createLongProject(60);
    const pages = phasePages(20);
    const rows = stream(actor, pages);
    for (let count = 0; count < 20; count += 1) expect((await rows.next()).done).toBe(false);
    await owner.query(change, [account.id]);
    expect((await refusal(rows.next())).code).toBe(code);
    expect(pages.page).toHaveBeenCalledTimes(1);
    expect((await rows.next()).done).toBe(true);
  });

  it('another client', async () => {
    const { actor, account } = await createLongProject(60);
    const rows = stream(actor, phasePages(20));
    for (let count = 0; count < 20; count += 1) await rows.next();
    await owner.query(
      `with other as (insert into clients (id, tenant_id, name, currency, updated_at)
         values (gen_random_uuid(), $2, 'Other', 'EUR', now()) returning id)
       update users set client_id = (select id from other) where id = $1`,
      [account.id, account.tenantId],
    );
    expect((await refusal(rows.next())).code).toBe('UNAUTHENTICATED');
  });

  it('on behalf of somebody who is deactivated', async () => {
    const { account } = await createLongProject(60);
    const rows = stream(await actAs(jobActor('mail'), account.id), phasePages(20));
    for (let count = 0; count < 20; count += 1) await rows.next();
    await owner.query('update users set is_active = false where id = $1', [account.id]);
    expect((await refusal(rows.next())).code).toBe('FORBIDDEN');
  });
});
