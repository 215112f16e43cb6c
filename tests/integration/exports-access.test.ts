import { describe, expect, it } from 'vitest';
import { runDue } from '@/lib/jobs/runner';
import { handlers, longHandlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { exportBusiness, exportsOf, forgetToday } from '@/tests/support/fixtures/exports';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const business = () => exportBusiness(owner);

const made = () => runDue(longHandlers);

describe('an archive', () => {
  it('is made in the background, told of when it is ready, and downloaded in whole or in part', async () => {
    const { mine, person } = await business();
    const asked = await mine.ask();
    expect([asked.status, asked.body.data.state]).toEqual([201, 'waiting']);
    const { id } = asked.body.data;
    expect((await mine.download(id)).status).toBe(404);
    await made();
    const { data } = (await mine.read(id)).body;
    expect(data).toMatchObject({ state: 'ready', done_files: 2, total_files: 2, reason: null });
    expect(Date.parse(data.expires_at) - Date.parse(data.ready_at)).toBe(7 * 24 * 3_600_000);
    const whole = await mine.download(id);
    expect([whole.status, whole.bytes.length]).toEqual([200, data.byte_size]);
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename=".+ \d{4}-\d\d-\d\d\.zip"/);
    const part = await mine.download(id, { range: 'bytes=10-19' });
    expect([part.status, part.bytes.equals(whole.bytes.subarray(10, 20))]).toEqual([206, true]);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual([
      'export.requested',
      'export.finished',
      'export.downloaded',
    ]);
    const told = await owner.query(`select kind, user_id from notifications where record_id = $1`, [id]);
    expect(told.rows).toEqual([{ kind: 'export_ready', user_id: person.id }]);
    expect(await spooled()).toEqual([]);
  });

  it('is for who asked: not for others of the client, another client, staff or another business', async () => {
    const { mine, team, staff, stranger, addPerson, clientId } = await business();
    const { id } = (await mine.ask()).body.data;
    await made();
    const relative = await addPerson('client', clientId);
    const elsewhere = await business();
    for (const token of [relative.token, stranger.token, elsewhere.person.token]) {
      const other = exportsOf(token);
      expect([(await other.read(id)).status, (await other.download(id)).status]).toEqual([404, 404]);
      expect((await other.mine()).body.data).toEqual([]);
    }
    expect((await exportsOf(staff.token).downloadTeam(id)).status).toBe(403);
    expect((await elsewhere.team.downloadTeam(id)).status).toBe(404);
    expect([(await team.readTeam(id)).status, (await team.downloadTeam(id)).status]).toEqual([200, 200]);
    expect((await mine.mine()).body.data).toHaveLength(1);
  });

  it('is not seen any more by a person who moved to another client', async () => {
    const { mine, person, otherId } = await business();
    const { id } = (await mine.ask()).body.data;
    await made();
    await owner.query('update users set client_id = $2 where id = $1', [person.id, otherId]);
    expect((await mine.download(id)).status).toBe(401);
    const moved = exportsOf(await tokenFor(owner, person.email));
    expect([(await moved.read(id)).status, (await moved.download(id)).status]).toEqual([404, 404]);
  });

  it('is one at a time, five a day, and the newest takes the place of the one before', async () => {
    const { mine, person } = await business();
    const before = (await stored()).length;
    for (let count = 1; count <= 5; count++) {
      expect((await mine.ask()).status).toBe(201);
      expect((await mine.ask()).status).toBe(409);
      await made();
      expect((await stored()).length).toBe(before + 1);
    }
    expect((await mine.ask()).status).toBe(429);
    const states = (await mine.mine()).body.data.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['ready', 'expired', 'expired', 'expired', 'expired']);
    await forgetToday(owner, person.id);
    expect((await mine.ask()).status).toBe(201);
    await made();
  });

  it('is one, of several that are asked for at once', async () => {
    const { mine } = await business();
    const answers = await Promise.all(Array.from({ length: 4 }, () => mine.ask()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('takes nothing of the room of the business', async () => {
    const { mine, admin, id: tenantId } = await business();
    await owner.query(
      `update tenants set storage_quota_bytes = (select sum(byte_size) from stored_files where tenant_id = $1) where id = $1`,
      [tenantId],
    );
    await mine.ask();
    await made();
    expect((await mine.mine()).body.data[0].state).toBe('ready');
    expect(admin.id).toBeTruthy();
  });
});

describe('a person who loses their access', () => {
  it('before it begins gets none', async () => {
    const { mine, person } = await business();
    const { id } = (await mine.ask()).body.data;
    await owner.query('update users set client_portal_enabled = false where id = $1', [person.id]);
    const before = (await stored()).length;
    await made();
    const { rows } = await owner.query('select state, reason, storage_key from client_exports where id = $1', [id]);
    expect(rows).toEqual([{ state: 'failed', reason: 'accessEnded', storage_key: null }]);
    expect([(await stored()).length, await spooled()]).toEqual([before, []]);
    expect((await mine.download(id)).status).toBe(403);
  });

  it('while it is made gets no whole file, and nothing of it stays', async () => {
    const { mine, person } = await business();
    const { id } = (await mine.ask()).body.data;
    // Takes the access away with the first file that is told of, in the midst of the work.
    await owner.query(`
      create or replace function end_midway() returns trigger security definer language plpgsql as $$
      begin
        if new.done_files > 0 then update users set client_portal_enabled = false where id = new.user_id; end if;
        return null;
      end $$`);
    await owner.query(
      `create trigger end_midway after update on client_exports for each row when (new.id = '${id}') execute function end_midway()`,
    );
    const before = (await stored()).length;
    await made();
    await owner.query('drop trigger end_midway on client_exports');
    const { rows } = await owner.query('select state, reason, storage_key from client_exports where id = $1', [id]);
    expect(rows).toEqual([{ state: 'failed', reason: 'accessEnded', storage_key: null }]);
    expect([(await stored()).length, await spooled()]).toEqual([before, []]);
    expect(person.id).toBeTruthy();
  });
});

describe('the time of an archive', () => {
  it('ends after a week: no download, and the worker removes the file', async () => {
    const { mine, id: tenantId } = await business();
    const { id } = (await mine.ask()).body.data;
    await made();
    const before = (await stored()).length;
    await owner.query(`update client_exports set expires_at = now() - interval '1 second' where id = $1`, [id]);
    expect([(await mine.read(id)).body.data.state, (await mine.download(id)).status]).toEqual(['expired', 404]);
    await owner.query(
      `insert into jobs (id, tenant_id, kind, due_at) values (gen_random_uuid(), $1, 'forget_exports', now())`,
      [tenantId],
    );
    await runDue({ forget_exports: handlers.forget_exports ?? (() => Promise.reject(new Error('no handler'))) });
    expect((await stored()).length).toBe(before - 1);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toContain('export.expired');
  });

  it('begins anew after a crash, without what the first try left', async () => {
    const { mine } = await business();
    const { id } = (await mine.ask()).body.data;
    await made();
    const before = (await stored()).length;
    await owner.query(`update client_exports set state = 'working' where id = $1`, [id]);
    await owner.query(
      `insert into jobs (id, tenant_id, kind, arguments, due_at)
       select gen_random_uuid(), tenant_id, 'client_export', jsonb_build_object('exportId', id), now() from client_exports where id = $1`,
      [id],
    );
    await made();
    expect([(await mine.read(id)).body.data.state, (await stored()).length]).toEqual(['ready', before]);
  });
});
