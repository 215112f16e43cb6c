import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runDue } from '@/lib/jobs/runner';
import { longHandlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { exportBusiness, exportsOf } from '@/tests/support/fixtures/exports';

const { owner } = await testDatabase();
const { stored } = await testStorage();
const business = () => exportBusiness(owner);
const made = () => runDue(longHandlers);

it('a file that the storage has lost costs no other file', async () => {
  const { mine, clientId } = await business();
  const lost = await owner.query<{ storage_key: string }>(
    `select f.storage_key from stored_files f join document_versions v on v.file_id = f.id where v.client_id = $1 limit 1`,
    [clientId],
  );
  const [path] = (await stored()).filter((file) => file.endsWith(lost.rows[0]?.storage_key ?? 'none'));
  await rm(path ?? '');
  const files = await mine.taken();
  expect([...files.keys()].filter((file) => file.startsWith('Documents/'))).toHaveLength(1);
});

describe('a handover', () => {
  it('is made by an admin with the eyes of a person of the client, who has access', async () => {
    const { mine, team, admin, staff, person, stranger, clientId } = await business();
    expect((await team.handOver(clientId, stranger.id)).body.errors).toHaveProperty('user_id');
    expect((await exportsOf(staff.token).handOver(clientId, person.id)).status).toBe(403);
    const asked = await team.handOver(clientId, person.id);
    expect(asked.body.data).toMatchObject({ user_id: person.id, asked_by_id: admin.id, client_id: clientId });
    const { id } = asked.body.data;
    await made();
    expect((await team.downloadTeam(id)).status).toBe(200);
    expect([(await mine.mine()).body.data, (await mine.download(id)).status]).toEqual([[], 404]);
    expect((await team.ofClient(clientId)).body.data[0]).toMatchObject({ id, state: 'ready', user_id: person.id });
    const told = await owner.query(`select user_id from notifications where record_id = $1`, [id]);
    expect(told.rows).toEqual([{ user_id: admin.id }]);
    await owner.query('update users set client_portal_enabled = false where id = $1', [person.id]);
    expect((await team.handOver(clientId, person.id)).status).toBe(422);
  });
});

it('a handover for another person of the client leaves the one before, because each has requests of their own', async () => {
  const { team, person, addPerson, clientId } = await business();
  const relative = await addPerson('client', clientId);
  const handed = async (userId: string) => {
    const { id } = (await team.handOver(clientId, userId)).body.data;
    await made();
    return id;
  };
  const [first, other] = [await handed(person.id), await handed(relative.id)];
  expect([(await team.downloadTeam(first)).status, (await team.downloadTeam(other)).status]).toEqual([200, 200]);
  const again = await handed(person.id);
  const states = [first, other, again].map(async (id) => (await team.readTeam(id)).body.data.state);
  expect(await Promise.all(states)).toEqual(['expired', 'ready', 'ready']);
});
