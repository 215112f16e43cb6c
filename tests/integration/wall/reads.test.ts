import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '@/lib/authz/scope';
import { actingAs, guestOf, undone } from '@/tests/integration/wall/acting-as';
import { readDifferences } from '@/tests/integration/wall/seeing';
import {
  type AtTheDoor,
  atTheDoor,
  isDenial,
  loginDifferences,
  prismaDifferences,
} from '@/tests/integration/wall/through-prisma';
import { testDatabase } from '@/tests/support/database/database';
import { actorOf } from '@/tests/support/identity/actors';
import { type Choose, seedPlatform, seedTenant } from '@/tests/support/wall/random-tenant';
import { kinds, type Me, mayEnter, strangers, subjectOf } from '@/tests/support/wall/subject';
import { loadWorld, tables, type World } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
await seedPlatform(owner);

/** Adds two random tenants to the rows of earlier runs, and returns the world with the new users. */
async function randomWorld(generate: fc.GeneratorValue) {
  const choose: Choose = {
    one: (choices) => generate(fc.constantFrom, ...choices),
    count: (min, max) => generate(fc.integer, { min, max }),
  };
  const tenants = [
    await seedTenant(owner, choose, { guestPassesEnabled: choose.one([true, true, false]) }),
    await seedTenant(owner, choose, { status: 'active' }),
  ];
  const newcomers = new Set(tenants.map(({ id }) => id));
  const people: AtTheDoor[] = [];
  for (const user of (await loadWorld(owner)).users)
    if (user.tenantId === null || newcomers.has(user.tenantId)) people.push(await atTheDoor(owner, user));
  return { world: await loadWorld(owner), people };
}

const worlds = { numRuns: 3, endOnFailure: true };

describe('in any world, everybody sees exactly the rows that the oracle allows', () => {
  test('by SQL, by Prisma and by nested include; who may not enter is not let in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generate) => {
        const { world, people } = await randomWorld(generate);
        const insiders = people.filter(({ user }) => mayEnter(user, world)).map(({ user }) => subjectOf(user));
        const guests = world.guest_passes.map(guestOf);
        expect(await bySql(world, [...insiders, ...guests, ...kinds.flatMap(strangers)])).toEqual([]);
        for (const person of people) expect(await prismaDifferences(world, person)).toEqual([]);
        expect(await loginDifferences(world)).toEqual([]);
      }),
      worlds,
    );
  }, 300_000);
});

function bySql(world: World, everybody: Me[]): Promise<string[]> {
  return undone(owner, async () => {
    const found: string[] = [];
    for (const me of everybody)
      await actingAs(owner, me, async () => {
        for (const table of tables) found.push(...(await readDifferences(owner, world, me, table)));
      });
    return found;
  });
}

describe('what a client user may not see is denied in every disguise', () => {
  test.each([
    ['included', { include: { notes: true } }],
    ['counted', { select: { _count: { select: { notes: true } } } }],
    ['asked for in a filter', { where: { notes: { some: { body: { contains: 'lien' } } } } }],
    ['sorted by', { orderBy: { notes: { _count: 'desc' } } }],
  ] as const)('an internal note, %s', async (_, query) => {
    const actor = await anyClientUser();
    // Prisma's types allow each query; only their union is too complex for findMany's type inference.
    const asked = read(actor, (db) => db.supportTicket.findMany(query as { where: object }));
    expect(await asked.then(() => 'shown', isDenial)).toBe(true);
  });

  test.each([
    ['the password hash', { include: { credential: true } }],
    ['the hash of a token', { include: { apiTokens: true } }],
    ['an invitation', { include: { links: true } }],
  ] as const)("%s, through the person's own profile", async (_, query) => {
    const actor = await anyClientUser();
    const asked = read(actor, (db) => db.user.findMany(query as { include: object }));
    expect(await asked.then(() => 'shown', isDenial)).toBe(true);
  });
});

async function anyClientUser() {
  await seedTenant(owner, { one: ([first]) => first as never, count: (least) => least }, { status: 'active' });
  const world = await loadWorld(owner);
  const user = world.users.find((one) => one.userType === 'client' && mayEnter(one, world));
  if (!user) throw new Error('Nobody to ask as');
  return actorOf(owner, user.email);
}
