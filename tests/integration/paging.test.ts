import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GET as clientPhotos } from '@/app/api/client/gallery/route';
import { GET as clientProjects } from '@/app/api/client/projects/route';
import { read } from '@/lib/authz/scope';
import { listPhotos } from '@/lib/gallery/queries';
import type { PhotoOrder } from '@/lib/gallery/schemas';
import { listPortalProjects } from '@/lib/projects/overview/queries';
import { testDatabase } from '@/tests/support/database/database';
import { createClientFixture, createPhase, createProject } from '@/tests/support/fixtures/portal-records';
import { call } from '@/tests/support/http/api';
import { actorOf } from '@/tests/support/identity/actors';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();

const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
/** Few values and many rows, so that most rows tie in every column but the id. */
const photo = fc.record({ at: fc.option(fc.constantFrom(...days)), project: fc.nat(1), phase: fc.option(fc.nat(1)) });
const walk = fc.record({
  rows: fc.array(photo, { minLength: 4, maxLength: 14 }),
  limit: fc.integer({ min: 1, max: 4 }),
  /** Changes between two pages: the index of the row to delete, and a row to add. */
  between: fc.array(fc.record({ removed: fc.nat(), added: photo }), { maxLength: 4 }),
});

describe('walking a list while rows come and go', () => {
  it.each(['newest', 'phases'] as const)(
    'repeats no photo and loses none that was there throughout (%s)',
    async (order) => {
      const fixture = await createClientFixture(owner);
      const actor = await actorOf(owner, fixture.email);
      const projects = [await createProject(owner, fixture), await createProject(owner, fixture)];
      const phases: string[][] = [];
      for (const project of projects)
        phases.push([
          await createPhase(owner, fixture, project, { position: 1 }),
          await createPhase(owner, fixture, project, { position: 1 }),
        ]);
      const add = async ({ at, project, phase }: { at: string | null; project: number; phase: number | null }) => {
        const { rows } = await owner.query(
          `insert into photos (id, tenant_id, client_id, project_id, phase_id, visibility, taken_at, shared_at, width, height, placeholder,
          uploaded_by_id, updated_at) values (gen_random_uuid(), $1, $2, $3, $4, 'client', $5, now(), 4, 3, '#fff', $6, now()) returning id`,
          [
            fixture.tenantId,
            fixture.clientId,
            projects[project],
            phase === null ? null : phases[project]?.[phase],
            at,
            fixture.id,
          ],
        );
        return String(rows[0].id);
      };

      await fc.assert(
        fc.asyncProperty(walk, async ({ rows, limit, between }) => {
          await owner.query('delete from photos where client_id = $1', [fixture.clientId]);
          const steady = new Set<string>();
          for (const row of rows) steady.add(await add(row));
          const seen: string[] = [];
          for (let cursor: string | undefined, page = 0; ; page += 1) {
            const filter = { limit, cursor };
            const { data, nextCursor } = await read(actor, (db) => listPhotos(db, filter, order satisfies PhotoOrder));
            seen.push(...data.map(({ id }) => id));
            if (nextCursor === null) break;
            cursor = nextCursor;
            const change = between[page];
            if (!change) continue;
            // After every second page, deletes the row that the cursor points at.
            const gone = page % 2 === 0 ? seen.at(-1) : [...steady][change.removed % steady.size];
            if (gone) await owner.query('delete from photos where id = $1', [gone]);
            steady.delete(gone ?? '');
            await add(change.added);
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect([...steady].filter((id) => !seen.includes(id))).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it("repeats none of a client's projects and loses none", async () => {
    const fixture = await createClientFixture(owner);
    const actor = await actorOf(owner, fixture.email);
    const made: string[] = [];
    for (const status of ['planned', 'completed', 'active', 'on_hold', 'cancelled', 'active', 'completed'])
      made.push(await createProject(owner, fixture, { status, created_at: days[made.length % 2] }));
    const seen: { id: string; status: string }[] = [];
    for (let cursor: string | undefined; ; ) {
      const { data, nextCursor } = await read(actor, (db) => listPortalProjects(db, { limit: 2, cursor }));
      seen.push(...data);
      if (nextCursor === null) break;
      cursor = nextCursor;
      if (seen.length === 2) await owner.query('delete from projects where id = $1', [seen[1]?.id]);
    }
    expect(seen.map(({ id }) => id).sort()).toEqual(made.sort());
    expect(seen.slice(0, 4).map(({ status }) => status)).toEqual(['active', 'active', 'on_hold', 'planned']);
  });
});

describe('a cursor or limit that is not understood', () => {
  it.each(['1e1', '%2B5', '%205', '0x10', '5.0', '', '-1'])('limit=%s is a 422', async (limit) => {
    const token = await tokenFor(owner, (await createClientFixture(owner)).email);
    const { status, body } = await call(clientProjects, { token, query: `?limit=${limit}` });
    expect([status, Object.keys(body.errors)]).toEqual([422, ['limit']]);
  });

  it('is a 422 where it is an id, is cut, is padded, or is of another list', async () => {
    const fixture = await createClientFixture(owner);
    for (const _ of [1, 2]) await createProject(owner, fixture);
    const token = await tokenFor(owner, fixture.email);
    const cursor: string = (await call(clientProjects, { token, query: '?limit=1' })).body.next_cursor;
    expect((await call(clientProjects, { token, query: `?limit=1&cursor=${cursor}` })).body.data).toHaveLength(1);
    for (const wrong of [fixture.id, cursor.slice(0, -2), `${cursor}=`, 'W10'])
      expect((await call(clientProjects, { token, query: `?cursor=${wrong}` })).body.errors).toHaveProperty('cursor');
    const foreign = await call(clientPhotos, { token, query: `?cursor=${cursor}` });
    expect([foreign.status, Object.keys(foreign.body.errors)]).toEqual([422, ['cursor']]);
  });
});
