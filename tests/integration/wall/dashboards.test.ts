import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { getPlatformDashboard } from '@/lib/dashboard/platform/queries';
import { findDashboard } from '@/lib/dashboard/queries';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { allowedRows } from '@/tests/integration/wall/seeing';
import { atTheDoor } from '@/tests/integration/wall/through-prisma';
import { testDatabase } from '@/tests/support/database/database';
import { type Choose, seedPlatform, seedTenant } from '@/tests/support/wall/random-tenant';
import { type Me, subjectOf } from '@/tests/support/wall/subject';
import { loadWorld, tables, type World } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
await seedPlatform(owner);

const today = '2026-11-21';

/** What the first page of a person is made of. */
function dashboardOf(actor: Actor): Promise<unknown> {
  if (actor.userType === 'client') return read(actor, (db) => findDashboard(db, today));
  if (actor.userType === 'super_admin') return read(actor, (db) => getPlatformDashboard(db, today));
  return read(actor, (db) => getTeamDashboard(db, { show: 'all' }, today, actor));
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids of records in an answer, wherever they stand. */
function idsIn(answer: unknown): string[] {
  const text = JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return [...new Set(text.match(uuids))];
}

/** Ids of all rows that the oracle lets a person read. */
function allowedIds(world: World, me: Me): Set<unknown> {
  return new Set(tables.flatMap((table) => (allowedRows(world, me, table) ?? []).map((row) => Object(row).id)));
}

it('in any world, the first page of everybody names records that the oracle lets them see, and no others', async () => {
  let named = 0;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const choose: Choose = {
        one: (choices) => generate(fc.constantFrom, ...choices),
        count: (min, max) => generate(fc.integer, { min, max }),
      };
      for (const wishes of [{}, { status: 'active' as const }]) await seedTenant(owner, choose, wishes);
      const world = await loadWorld(owner);
      for (const user of world.users) {
        const { actor } = await atTheDoor(owner, user);
        if (!actor) continue;
        const allowed = allowedIds(world, subjectOf(user));
        const ids = idsIn(await dashboardOf(actor));
        expect(ids.filter((id) => !allowed.has(id))).toEqual([]);
        if (user.userType === 'client') named += ids.length;
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(named).toBeGreaterThan(20);
}, 300_000);
