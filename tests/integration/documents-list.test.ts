import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { GET as list } from '@/app/api/admin/documents/route';
import { write } from '@/lib/authz/scope';
import { moveDocumentsInput } from '@/lib/documents/schemas';
import { moveDocuments } from '@/lib/documents/transitions/commands';
import { testDatabase } from '@/tests/support/database/database';
import { createDocumentFixture, putInto } from '@/tests/support/fixtures/documents';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const titles = (body: { data: { title: string }[] }) => body.data.map(({ title }) => title);

describe('the list', () => {
  it('is narrowed by state, project, type and words, the last changed first, and paged without a gap', async () => {
    const fixture = await createDocumentFixture(owner);
    const ids: string[] = [];
    for (const title of ['Attic', 'Barn', 'Cellar']) ids.push(await fixture.uploadDocument({ title }));
    await fixture.move(ids[0] ?? '', 'published');
    const get = async (query: string) => titles((await call(list, { token: fixture.staff.token, query })).body);
    expect(await get('')).toEqual(['Attic', 'Cellar', 'Barn']);
    expect(await get('?status=published')).toEqual(['Attic']);
    expect(await get('?search=ar')).toEqual(['Cellar', 'Barn'].filter((title) => /ar/i.test(title)));
    expect(await get(`?project_id=${fixture.projectId}&type=${fixture.type.id}`)).toHaveLength(3);
    expect(await get(`?project_id=${uuidv7()}`)).toEqual([]);
    const first = await call(list, { token: fixture.admin.token, query: '?limit=2' });
    expect(await get(`?limit=2&cursor=${first.body.next_cursor}`)).toEqual(['Barn']);
    for (const query of ['?status=secret', '?limit=0', '?color=red', '?status=draft&status=pending'])
      expect((await call(list, { token: fixture.admin.token, query })).status).toBe(422);
  });
});

describe('many at once', () => {
  it('all that may go there go, the others are named with what keeps them', async () => {
    const fixture = await createDocumentFixture(owner);
    const ids: string[] = [];
    for (const title of ['Attic', 'Barn', 'Cellar', 'Door']) ids.push(await fixture.uploadDocument({ title }));
    const [attic = '', barn = '', cellar = '', door = ''] = ids;
    await putInto(owner, barn, 'rejected');
    await fixture.uploadVersion(door, 'second');
    const input = moveDocumentsInput.parse({
      documents: [attic, barn, cellar, door].map((id) => `${id}:1`),
      step: 'publish',
    });
    const admin = await adminActor(owner, fixture.admin.email);
    const { moved, refused } = await write(admin, (db) => moveDocuments(db, input, admin));
    expect(moved).toEqual([attic, cellar].toSorted().map((id) => ({ id, version: 1, from: 'draft' })));
    expect(refused.map(({ title, error }) => [title, error.reason?.key])).toEqual([
      ['Barn', 'documentStep'],
      ['Door', 'newerVersion'],
    ]);
    const states = await Promise.all([attic, barn, cellar, door].map(async (id) => (await fixture.show(id)).status));
    expect(states).toEqual(['published', 'rejected', 'published', 'draft']);
  });

  it('a step never does what another one would: approving does not withdraw what is published meanwhile', async () => {
    const fixture = await createDocumentFixture(owner);
    const id = await fixture.uploadDocument();
    await putInto(owner, id, 'published');
    const input = moveDocumentsInput.parse({ documents: [`${id}:1`], step: 'approve' });
    const admin = await adminActor(owner, fixture.admin.email);
    const { moved, refused } = await write(admin, (db) => moveDocuments(db, input, admin));
    expect([moved, refused[0]?.error.code]).toEqual([[], 'CONFLICT']);
    expect((await fixture.move(id, 'approved', { from: 'pending' })).status).toBe(409);
    expect((await fixture.show(id)).status).toBe('published');
    expect((await fixture.move(id, 'approved', { from: 'published' })).status).toBe(200);
  });

  it('what was ticked is checked before anything is looked up', () => {
    for (const documents of [[], ['x'], [`${uuidv7()}:0`], [`${uuidv7()}`], [`${'-'.repeat(36)}:1`]])
      expect(moveDocumentsInput.safeParse({ documents, step: 'submit' }).success).toBe(false);
  });
});

describe('in the database too', () => {
  it('only an admin brings a document into published, and out of it other than by a new version', async () => {
    const fixture = await createDocumentFixture(owner);
    const set = async (role: string, from: string, to: string) => {
      const id = await fixture.uploadDocument();
      await putInto(owner, id, 'published');
      await owner.query('update documents set status = $2::document_status where id = $1', [id, from]);
      await owner.query('begin');
      await owner.query("select set_config('role', $1, true), set_config('app.tenant_id', $2, true)", [
        role,
        fixture.id,
      ]);
      const change = 'update documents set status = $2::document_status where id = $1';
      const outcome = await owner.query(change, [id, to]).then(
        () => 'done',
        ({ code }) => code,
      );
      await owner.query('rollback');
      return outcome;
    };
    for (const [from, to] of [
      ['draft', 'published'],
      ['approved', 'published'],
      ['published', 'approved'],
      ['published', 'rejected'],
    ] as const) {
      expect(await set('oriel_staff', from, to)).toBe('42501');
      expect(await set('oriel_admin', from, to)).toBe('done');
    }
    expect(await set('oriel_staff', 'published', 'draft')).toBe('done');
    expect(await set('oriel_staff', 'pending', 'approved')).toBe('done');
  });
});
