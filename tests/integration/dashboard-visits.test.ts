import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import { findDashboard } from '@/lib/dashboard/queries';
import { recordVisit } from '@/lib/visits/commands';
import { testDatabase } from '@/tests/support/database/database';
import {
  createDocument,
  createDocumentType,
  createDocumentVersion,
  createPhoto,
} from '@/tests/support/factories/records';
import { createTicket } from '@/tests/support/factories/tickets';
import {
  type ClientFixture,
  create,
  createClientFixture,
  createEmployee,
  createPhase,
  createProject,
} from '@/tests/support/fixtures/portal-records';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const today = '2026-11-21';
/** Steps of 61 seconds, none of which comes to exactly half an hour or two weeks, where milliseconds would decide. */
const unit = 61_000;
const lately = (14 * 24 * 3_600_000) / unit;

/** The page of documents has a name of its own here, because documents are published too. */
const places = ['home', 'papers', 'gallery'] as const;
type Place = (typeof places)[number];
const made = ['updates', 'phases', 'documents', 'photos', 'tickets'] as const;
type Made = (typeof made)[number];
/** Written too, and never new to the client. */
const hidden = ['draft', 'internal photo', 'ticket of another person'] as const;

const step = fc.record({
  gap: fc.constantFrom(1, 7, 13, 29, 31, 67, 601, 4_321, 9_001),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...places, 'home' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...made) },
    { weight: 1, arbitrary: fc.constantFrom(...hidden) },
  ),
});

type Written = Made | (typeof hidden)[number];

const isPlace = (what: string): what is Place => places.some((place) => place === what);
const isMade = (what: string): what is Made => made.some((kind) => kind === what);

/** The last look of the last visit that is over at `end`: looks up to 30 minutes apart are one visit. Null where none is. */
function lastVisit(looks: readonly number[], end: number): number | null {
  const ends = looks.filter((look, at) => ((looks[at + 1] ?? end) - look) * unit > 1_800_000);
  return ends.at(-1) ?? null;
}

/** Makes the records of the history as they came, and returns their ids. */
async function recordsOf(fixture: ClientFixture, actor: ClientActor) {
  const projectId = await createProject(owner, fixture);
  const project = { tenantId: fixture.tenantId, clientId: fixture.clientId, id: projectId };
  const author = { ...(await createEmployee(owner, fixture)), name: 'Ida Brandt' };
  const type = await createDocumentType(owner, { id: fixture.tenantId });
  const me = { ...project, id: actor.userId, name: actor.name };
  const update = (published_at: Date | null) =>
    create(owner, 'project_updates', fixture, {
      ...{ project_id: projectId, author_id: author.id, author_name: author.name, title: 'Word', body: 'Word' },
      ...{ posted_on: '2026-01-05', published_at },
    });
  const kinds: Record<Written, (at: Date) => Promise<string>> = {
    updates: (at) => update(at),
    draft: () => update(null),
    phases: (at) => createPhase(owner, fixture, projectId, { status: 'completed', percent: 100, completed_at: at }),
    documents: async (at) => {
      const document = await createDocument(owner, project, type);
      const version = await createDocumentVersion(owner, document, author);
      await owner.query(
        `update documents set published_version_id = $1, published_at = $2, status = 'published' where id = $3`,
        [version.id, at, document.id],
      );
      return document.id;
    },
    photos: async (sharedAt) => (await createPhoto(owner, project, author, { visibility: 'client', sharedAt })).id,
    'internal photo': async () => (await createPhoto(owner, project, author)).id,
    tickets: async (answeredAt) =>
      (await createTicket(owner, me, { answeredAt, firstAnsweredAt: answeredAt, waitingSince: null })).id,
    'ticket of another person': async (answeredAt) =>
      (
        await createTicket(
          owner,
          { ...me, id: author.id },
          { answeredAt, firstAnsweredAt: answeredAt, waitingSince: null },
        )
      ).id,
  };
  return kinds;
}

describe('what is new since the last visit', () => {
  it('is what came after it, whatever the history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.constantFrom(1, 29, 31, 5_000), async (steps, rest) => {
        const fixture = await createClientFixture(owner);
        const actor = (await actorOf(owner, fixture.email)) as ClientActor;
        const kinds = await recordsOf(fixture, actor);
        const pass = (units: number) =>
          owner.query(
            `update visits set seen_at = seen_at - $2 * interval '61 seconds', previous_at = previous_at - $2 * interval '61 seconds'
             where user_id = $1`,
            [actor.userId, units],
          );
        let [now, passed] = [0, 0];
        const looks: Record<Place, number[]> = { home: [], papers: [], gallery: [] };
        const written: { at: number; what: Written }[] = [];
        for (const { gap, what } of steps) {
          now += gap;
          if (!isPlace(what)) {
            written.push({ at: now, what });
            continue;
          }
          await pass(now - passed);
          passed = now;
          looks[what].push(now);
          await write(actor, (db) => recordVisit(db, { place: what === 'papers' ? 'documents' : what }, actor));
        }
        const end = now + rest;
        await pass(end - passed);
        const clock = Date.now();
        const records: { at: number; what: string; id: string }[] = [];
        for (const { at, what } of written) {
          const id = await kinds[what](new Date(clock - (end - at) * unit));
          records.push({ at, what, id });
        }
        const shown = await read(actor, (db) => findDashboard(db, today, clock));

        const home = lastVisit(looks.home, end);
        const base = home ?? end - lately;
        const seen = (place: Place) => Math.max(base, lastVisit(looks[place], end) ?? base);
        const since = { documents: seen('papers'), photos: seen('gallery') };
        const sections = made.flatMap((kind) => {
          const from = kind === 'documents' || kind === 'photos' ? since[kind] : base;
          const fresh = records.filter(({ at, what }) => what === kind && at > from).reverse();
          return fresh.length === 0 ? [] : [[kind, fresh.length, fresh.slice(0, 3).map(({ id }) => id)]];
        });
        expect(shown?.newSince.isFirstVisit).toBe(home === null);
        expect(Math.abs(new Date(shown?.newSince.at ?? 0).getTime() - (clock - (end - base) * unit))).toBeLessThan(
          20_000,
        );
        expect(
          shown?.newSince.sections.map(({ kind, count, items }) => [
            kind,
            count,
            // Photos are named by their project.
            kind === 'photos' ? sections.find(([of]) => of === kind)?.[2] : items.map(({ id }) => id),
          ]),
        ).toEqual(sections);
        expect(records.filter(({ what }) => !isMade(what)).length).toBe(
          written.filter(({ what }) => !isMade(what)).length,
        );
      }),
      { numRuns: Number(process.env.ORIEL_VISIT_RUNS ?? 15) },
    );
  });
});
