import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runDue } from '@/lib/jobs/runner';
import { handlers, longHandlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { unzipped } from '@/tests/support/files/unzipped';
import { businessExportsOf } from '@/tests/support/fixtures/business-exports';
import { exportBusiness, exportsOf } from '@/tests/support/fixtures/exports';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const made = () => runDue(longHandlers);

async function business() {
  const fixture = await exportBusiness(owner);
  return { ...fixture, whole: businessExportsOf(fixture.admin.token) };
}

describe('an archive of the whole business', () => {
  it('is made in the background, told of when it is ready, and downloaded', async () => {
    const { whole, admin, team } = await business();
    const asked = await whole.ask();
    expect([asked.status, asked.body.data]).toMatchObject([
      201,
      { state: 'waiting', client_id: null, user_id: null, asked_by_id: admin.id },
    ]);
    const { id } = asked.body.data;
    expect((await whole.download(id)).status).toBe(404);
    expect((await whole.ask()).status).toBe(409);
    await made();
    const { data } = (await team.readTeam(id)).body;
    expect(data).toMatchObject({ state: 'ready', done_files: 2, total_files: 2, reason: null });
    expect((await whole.download(id)).bytes.length).toBe(data.byte_size);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual([
      'business_export.requested',
      'business_export.finished',
      'business_export.downloaded',
    ]);
    const told = await owner.query(
      `select kind, user_id, facts->>'clientId' as client from notifications where record_id = $1`,
      [id],
    );
    expect(told.rows).toEqual([{ kind: 'export_ready', user_id: admin.id, client: null }]);
    expect((await whole.list()).body.data.map((one: { id: string }) => one.id)).toEqual([id]);
    expect(await spooled()).toEqual([]);
  });

  it('is for admins of the business: not for staff, clients or another business', async () => {
    const { whole, staff, person, clientId, team } = await business();
    const { id } = (await whole.ask()).body.data;
    await made();
    const elsewhere = await business();
    for (const { token } of [staff, person]) {
      const other = businessExportsOf(token);
      expect([(await other.ask()).status, (await other.list()).status, (await other.download(id)).status]).toEqual([
        403, 403, 403,
      ]);
    }
    expect((await exportsOf(person.token).download(id)).status).toBe(404);
    expect((await elsewhere.whole.download(id)).status).toBe(404);
    expect((await elsewhere.whole.list()).body.data).toEqual([]);
    expect((await team.ofClient(clientId)).body.data).toEqual([]);
    expect((await whole.download(id)).status).toBe(200);
  });

  it('has rows of the business alone, and of one instant', async () => {
    const [one, other] = [await business(), await business()];
    const files = await unzipped(await one.whole.taken());
    const about = JSON.parse(files.get('tenant.json')?.toString() ?? '');
    expect(about).toMatchObject({
      format: 'oriel-business',
      formatVersion: 1,
      tenant: { id: one.id },
      files: { count: 2, missing: [], damaged: [] },
    });
    for (const [path, content] of files) {
      if (!path.startsWith('tables/')) continue;
      const lines = content.toString().split('\n').filter(Boolean);
      const table = about.tables.find(({ name }: { name: string }) => path === `tables/${name}.ndjson`);
      expect([path, lines.length]).toEqual([path, table.rows]);
      for (const line of lines) {
        const row = JSON.parse(line);
        expect([path, row.tenant_id ?? row.id]).toEqual([path, one.id]);
        expect(Object.keys(row)).toEqual(table.columns.map(({ name }: { name: string }) => name));
      }
    }
    expect([...files.values()].some((content) => content.includes(other.clientId))).toBe(false);
  });

  it('names the files that the storage has lost, and has all others', async () => {
    const { whole, clientId } = await business();
    const lost = await owner.query<{ storage_key: string }>(
      `select f.storage_key from stored_files f join document_versions v on v.file_id = f.id where v.client_id = $1 limit 1`,
      [clientId],
    );
    const key = lost.rows[0]?.storage_key ?? 'none';
    await rm((await stored()).find((file) => file.endsWith(key)) ?? '');
    const files = await unzipped(await whole.taken());
    expect(JSON.parse(files.get('tenant.json')?.toString() ?? '').files).toEqual({
      count: 2,
      missing: [key],
      damaged: [],
    });
    expect([...files.keys()].filter((path) => path.startsWith('files/'))).toHaveLength(1);
  });

  it('is not made for an admin who is none any more', async () => {
    const { whole, admin } = await business();
    const { id } = (await whole.ask()).body.data;
    await owner.query(`update users set user_type = 'staff' where id = $1`, [admin.id]);
    const before = (await stored()).length;
    await made();
    const { rows } = await owner.query('select state, reason, storage_key from client_exports where id = $1', [id]);
    expect(rows).toEqual([{ state: 'failed', reason: 'accessEnded', storage_key: null }]);
    expect([(await stored()).length, await spooled()]).toEqual([before, []]);
  });

  it('takes the place of the one before, and is removed after its time', async () => {
    const { whole, id: tenantId } = await business();
    await whole.taken();
    const before = (await stored()).length;
    await whole.taken();
    expect((await stored()).length).toBe(before);
    const states = (await whole.list()).body.data.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['ready', 'expired']);
    await owner.query(`update client_exports set expires_at = now() - interval '1 second' where tenant_id = $1`, [
      tenantId,
    ]);
    await owner.query(
      `insert into jobs (id, tenant_id, kind, due_at) values (gen_random_uuid(), $1, 'forget_exports', now())`,
      [tenantId],
    );
    await runDue({ forget_exports: handlers.forget_exports ?? (() => Promise.reject(new Error('no handler'))) });
    expect((await stored()).length).toBe(before - 1);
  });
});
