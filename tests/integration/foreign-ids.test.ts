import { beforeAll, describe, expect, it } from 'vitest';
import { GET as archive } from '@/app/api/admin/audit/archives/[id]/download/route';
import { GET as archives } from '@/app/api/admin/audit/archives/route';
import { GET as trail } from '@/app/api/admin/audit/route';
import { GET as explain } from '@/app/api/admin/explain/route';
import { GET as openings } from '@/app/api/admin/openings/route';
import { GET as protocolFile } from '@/app/api/admin/users/[id]/erasure/csv/route';
import { POST as erase, GET as protocol } from '@/app/api/admin/users/[id]/erasure/route';
import { runDue } from '@/lib/jobs/runner';
import { longHandlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { businessExportsOf } from '@/tests/support/fixtures/business-exports';
import { exportBusiness, exportsOf } from '@/tests/support/fixtures/exports';
import { trailBusiness } from '@/tests/support/fixtures/trail-archives';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();
const own = await exportBusiness(owner);
const theirs = await exportBusiness(owner);
const { token } = own.admin;
const { team } = own;
const gone = await theirs.addPerson('client', theirs.clientId);

/** Archives of the other business: of a person, of a client, and of all. */
const ids = { mine: '', handover: '', whole: '' };
beforeAll(async () => {
  ids.mine = (await theirs.mine.ask()).body.data.id;
  ids.handover = (await theirs.team.handOver(theirs.clientId, theirs.person.id)).body.data.id;
  ids.whole = (await businessExportsOf(theirs.admin.token).ask()).body.data.id;
  await runDue(longHandlers);
  expect((await theirs.team.downloadTeam(ids.whole)).status).toBe(200);
  const erased = { token: theirs.admin.token, params: { id: gone.id }, body: { email: gone.email } };
  expect((await call(erase, erased)).status).toBe(200);
});

describe('an admin who names ids of another business', () => {
  it.each(['mine', 'handover', 'whole'] as const)('gets no archive: %s', async (which) => {
    const id = ids[which];
    expect([(await team.readTeam(id)).status, (await team.downloadTeam(id)).status]).toEqual([404, 404]);
    expect([(await own.mine.read(id)).status, (await own.mine.download(id)).status]).toEqual([404, 404]);
  });

  it('hands no client over, nor to a person of another', async () => {
    expect((await team.handOver(theirs.clientId, theirs.person.id)).status).toBe(404);
    expect((await team.handOver(theirs.clientId, own.person.id)).status).toBe(404);
    expect((await team.handOver(own.clientId, theirs.person.id)).body.errors).toHaveProperty('user_id');
    expect((await team.ofClient(theirs.clientId)).status).toBe(404);
  });

  it('erases nobody, and reads no protocol', async () => {
    const { person } = theirs;
    const at = { token, params: { id: person.id } };
    expect((await call(erase, { ...at, body: { email: person.email } })).status).toBe(404);
    const past = { token, params: { id: gone.id } };
    expect([(await call(protocol, past)).status, (await download(protocolFile, past)).status]).toEqual([404, 404]);
    const { rows } = await owner.query('select erased_at from users where id = $1', [person.id]);
    expect(rows).toEqual([{ erased_at: null }]);
  });

  it('explains nothing and hears of no opening', async () => {
    const [project, stranger] = [theirs.projectId, theirs.person.id];
    const asked = (query: string) => call(explain, { token, query });
    expect((await asked(`?type=project&id=${project}`)).status).toBe(404);
    expect((await asked(`?type=project&id=${own.projectId}&user_id=${stranger}`)).body.data).toEqual([]);
    expect((await asked(`?type=project&id=${own.projectId}&client_id=${theirs.clientId}`)).body.data).toEqual([]);
    const { rows } = await owner.query('select id from documents where client_id = $1 limit 1', [theirs.clientId]);
    await owner.query(
      `insert into openings (tenant_id, client_id, user_id, user_name, record_type, record_id, way)
       values ($1, $2, $3, 'Alma', 'document', $4, 'opened')`,
      [theirs.id, theirs.clientId, stranger, rows[0].id],
    );
    const query = `?record_type=document&record_id=${rows[0].id}`;
    expect((await call(openings, { token, query })).body.data).toEqual([]);
    expect((await call(openings, { token: theirs.admin.token, query })).body.data).toHaveLength(1);
  });

  it('reads no line and no sealed part of the trail', async () => {
    const elsewhere = await trailBusiness(owner);
    await elsewhere.retain(1);
    await elsewhere.seal();
    const [{ id }] = await elsewhere.archives();
    expect((await elsewhere.file(id)).status).toBe(200);
    expect((await download(archive, { token, params: { id } })).status).toBe(404);
    expect((await call(archives, { token })).body.data).toEqual([]);
    for (const query of [`?actor_id=${theirs.admin.id}`, `?record_id=${gone.id}`])
      expect((await call(trail, { token, query })).body.data).toEqual([]);
  });

  it('is no admin with the tokens of clients', async () => {
    expect((await exportsOf(theirs.person.token).downloadTeam(ids.mine)).status).toBe(403);
  });
});
