import { describe, expect, it } from 'vitest';
import { PATCH as change, DELETE as remove, GET as show } from '@/app/api/admin/gallery/[id]/route';
import { PATCH as changeMany, GET as list } from '@/app/api/admin/gallery/route';
import { GET as listOwn } from '@/app/api/client/gallery/route';
import { read, write } from '@/lib/authz/scope';
import { changePhotoByForm } from '@/lib/gallery/commands';
import { listPhotos } from '@/lib/gallery/queries';
import { changePhotoForm, type PhotoOrder } from '@/lib/gallery/schemas';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase, createProjectUpdate } from '@/tests/support/factories/identity';
import { createPhoto } from '@/tests/support/factories/records';
import { insertRow } from '@/tests/support/factories/rows';
import { testStorage } from '@/tests/support/files/storage';
import { createStudio } from '@/tests/support/fixtures/photos';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
await testStorage();

async function studioWith(count: number) {
  const studio = await createStudio(owner);
  const project = { tenantId: studio.id, clientId: studio.clientId, id: studio.projectId };
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const takenAt = new Date(Date.UTC(2026, 0, 1 + n));
    ids.push((await createPhoto(owner, project, studio.admin, { takenAt })).id);
  }
  const { token } = studio.admin;
  const visibilities = async () =>
    (await call(list, { token })).body.data.map((photo: { visibility: string }) => photo.visibility);
  return { ...studio, project, ids, token, visibilities };
}

describe('changing a photo', () => {
  it('changes what is named; null takes away', async () => {
    const { ids, token, project, admin } = await studioWith(1);
    const params = { id: ids[0] ?? '' };
    const phase = await createPhase(owner, project);
    const patch = (body: object) => call(change, { token, params, method: 'PATCH', body });
    const input = { caption: 'Giebel', visibility: 'client', phase_id: phase.id, taken_at: '2026-02-03T04:05:06.000Z' };
    expect((await patch(input)).body.data).toMatchObject(input);
    expect((await patch({ caption: null })).body.data).toMatchObject({ ...input, caption: null });
    expect((await patch({ phase_id: null })).body.data).toMatchObject({ phase_id: null, visibility: 'client' });
    const actions = (await auditOf(owner, params.id)).map(({ action }) => action);
    expect(actions).toEqual(['photo.changed', 'photo.shared', 'photo.changed', 'photo.changed']);
    expect((await auditOf(owner, params.id))[0]?.actor_id).toBe(admin.id);
  });

  it.each(['0999-06-01T00:00:00Z', '1899-12-31T23:59:59.999Z', '2200-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'cannot have been taken at %s',
    async (takenAt) => {
      const { ids, token } = await studioWith(1);
      const params = { id: ids[0] ?? '' };
      const { status, body } = await call(change, { token, params, method: 'PATCH', body: { taken_at: takenAt } });
      expect([status, Object.keys(body.errors)]).toEqual([422, ['taken_at']]);
    },
  );
  it('takes the time of its form in the zone of the business, and leaves an untouched one exact', async () => {
    const { ids, admin, id: tenantId } = await studioWith(1);
    const id = ids[0] ?? '';
    await owner.query(`update tenants set time_zone = 'Pacific/Chatham' where id = $1`, [tenantId]);
    await owner.query(`update photos set taken_at = '2026-01-01T00:00:00.123Z' where id = $1`, [id]);
    const actor = await adminActor(owner, admin.email);
    const save = (takenAt: string | null) =>
      write(actor, (db) => changePhotoByForm(db, changePhotoForm.parse({ id, caption: 'Giebel', takenAt }), actor));
    expect((await save('2026-01-01T13:45:00')).takenAt).toBe('2026-01-01T00:00:00.123Z');
    expect((await save('2026-01-01T13:45')).takenAt).toBe('2026-01-01T00:00:00.123Z');
    expect((await save(null)).takenAt).toBe('2026-01-01T00:00:00.123Z');
    expect((await save('2026-07-01T13:45')).takenAt).toBe('2026-07-01T01:00:00.000Z');
    for (const wrong of ['2026-02-30T10:00', '2026-01-01', '0999-01-01T10:00', '2026-01-01T10:00Z', 'soon'])
      expect(changePhotoForm.safeParse({ id, takenAt: wrong }).error?.issues[0]?.message).toBe('localTime');
  });

  it('remembers since when the client sees it: from the last time it was shared, and not while it is not', async () => {
    const { ids, token, person } = await studioWith(1);
    const params = { id: ids[0] ?? '' };
    const set = async (body: object) =>
      (await call(change, { token, params, method: 'PATCH', body })).body.data.shared_at;
    const early = '2026-01-01T00:00:00.000Z';
    expect(await set({ visibility: 'client' })).not.toBeNull();
    await owner.query('update photos set shared_at = $2 where id = $1', [params.id, early]);
    expect(await set({ visibility: 'client', caption: 'Giebel' })).toBe(early);
    expect((await call(listOwn, { token: person.token })).body.data[0].shared_at).toBe(early);
    for (const visibility of ['public', 'internal']) expect(await set({ visibility })).toBeNull();
    expect((await set({ visibility: 'client' })) > early).toBe(true);
  });

  it('refuses a phase of another project, an empty caption, a visibility that is none, and a project', async () => {
    const { ids, token, id: tenantId, otherId, otherProjectId } = await studioWith(1);
    const phase = await createPhase(owner, { tenantId, clientId: otherId, id: otherProjectId });
    for (const body of [
      { phase_id: phase.id },
      { caption: ' ' },
      { visibility: 'all' },
      { project_id: otherProjectId },
    ]) {
      const { status, body: answer } = await call(change, {
        token,
        params: { id: ids[0] ?? '' },
        method: 'PATCH',
        body,
      });
      expect([status, Object.keys(answer.errors)]).toEqual([422, Object.keys(body)]);
    }
  });

  it('of another business finds none', async () => {
    const { ids } = await studioWith(1);
    const foreign = await studioWith(0);
    const params = { id: ids[0] ?? '' };
    const { token } = foreign;
    expect((await call(show, { token, params })).status).toBe(404);
    expect((await call(change, { token, params, method: 'PATCH', body: { visibility: 'public' } })).status).toBe(404);
    expect((await call(remove, { token, params, method: 'DELETE' })).status).toBe(404);
    expect((await call(changeMany, { token, method: 'PATCH', body: { ids, visibility: 'public' } })).status).toBe(404);
  });
});

describe('changing many', () => {
  it('changes all of them, with a line in the trail for each', async () => {
    const { ids, token, visibilities } = await studioWith(3);
    const answer = await call(changeMany, {
      token,
      method: 'PATCH',
      body: { ids: ids.slice(1), visibility: 'client' },
    });
    expect(answer.body).toEqual({ data: { changed: 2 } });
    expect(await visibilities()).toEqual(['client', 'client', 'internal']);
    const actions = async (id: string) => (await auditOf(owner, id)).map(({ action }) => action);
    for (const id of ids.slice(1)) expect(await actions(id)).toEqual(['photo.changed', 'photo.shared']);
  });

  it('changes none when one is unknown, or the phase fits not all', async () => {
    const { ids, token, project, visibilities, id: tenantId, otherId, otherProjectId, admin } = await studioWith(2);
    const phase = await createPhase(owner, project);
    const other = await createPhoto(owner, { tenantId, clientId: otherId, id: otherProjectId }, admin);
    const patch = (body: object) => call(changeMany, { token, method: 'PATCH', body });
    expect((await patch({ ids: [...ids, tenantId], visibility: 'public' })).status).toBe(404);
    expect((await patch({ ids: [...ids, other.id], phase_id: phase.id })).body.errors).toHaveProperty('phase_id');
    expect((await patch({ ids: [], visibility: 'public' })).status).toBe(422);
    expect(new Set(await visibilities())).toEqual(new Set(['internal']));
    expect((await patch({ ids, phase_id: phase.id })).status).toBe(200);
  });
});

describe('removing a photo', () => {
  it('takes it away for good, from updates too, and lets go of its files', async () => {
    const { ids, token, project, admin } = await studioWith(2);
    const [id = '', other] = ids;
    const update = await createProjectUpdate(owner, project, admin);
    const { tenantId, clientId, id: projectId } = project;
    await insertRow(owner, 'project_update_photos', {
      ...{ tenantId, clientId, projectId, updateId: update.id, photoId: id, position: 1 },
    });
    expect((await call(remove, { token, params: { id }, method: 'DELETE' })).status).toBe(204);
    expect((await call(show, { token, params: { id } })).status).toBe(404);
    expect((await call(list, { token })).body.data.map((photo: { id: string }) => photo.id)).toEqual([other]);
    const { rows } = await owner.query('select status from stored_files where tenant_id = $1 order by status', [
      tenantId,
    ]);
    expect(rows).toEqual([{ status: 'pending' }, { status: 'stored' }]);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual(['photo.removed']);
  });
});

describe('the list', () => {
  it.each<PhotoOrder>(['newest', 'phases'])('in the order %s has every photo once, page by page', async (order) => {
    const { project, person, admin } = await studioWith(0);
    const expected: string[] = [];
    const phases = [
      await createPhase(owner, project, { position: 2 }),
      await createPhase(owner, project, { position: 1 }),
    ];
    const places = [phases[1]?.id ?? null, phases[0]?.id ?? null, null];
    for (const phaseId of places)
      for (let day = 1; day <= 3; day++) {
        const wishes = { phaseId, visibility: 'client', takenAt: new Date(Date.UTC(2026, 4, day)) } as const;
        expected.push((await createPhoto(owner, project, admin, wishes)).id);
      }
    const actor = await actorOf(owner, person.email);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const filter = { projectId: project.id, limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await read(actor, (db) => listPhotos(db, filter, order));
      seen.push(...page.data.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    if (order === 'phases') expect(seen).toEqual(expected);
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });

  it('is filtered by project, phase and visibility; an invisible project is a 404', async () => {
    const { ids, token, project, admin, otherProjectId } = await studioWith(2);
    const phase = await createPhase(owner, project);
    const { id } = await createPhoto(owner, project, admin, { phaseId: phase.id, visibility: 'public' });
    const found = async (query: string) =>
      (await call(list, { token, query })).body.data.map((photo: { id: string }) => photo.id);
    expect(await found(`?phase_id=${phase.id}`)).toEqual([id]);
    expect(await found('?visibility=public')).toEqual([id]);
    expect(await found('?visibility=internal')).toEqual(ids.toReversed());
    expect(await found(`?project_id=${otherProjectId}`)).toEqual([]);
    const foreign = await studioWith(0);
    expect((await call(list, { token, query: `?project_id=${foreign.projectId}` })).status).toBe(404);
    expect((await call(list, { token, query: '?visibility=all' })).status).toBe(422);
  });
});
