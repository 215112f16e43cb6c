import { afterEach, expect, it, vi } from 'vitest';
import { POST as erase } from '@/app/api/admin/users/[id]/erasure/route';
import { runDue } from '@/lib/jobs/runner';
import { store } from '@/lib/storage/store';
import { handlers, longHandlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { unzipped } from '@/tests/support/files/unzipped';
import { businessExportsOf } from '@/tests/support/fixtures/business-exports';
import { exportBusiness } from '@/tests/support/fixtures/exports';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const { stored } = await testStorage();
afterEach(() => vi.restoreAllMocks());

async function business() {
  const fixture = await exportBusiness(owner);
  const { admin, person } = fixture;
  const name = `Zerlina ${person.id.slice(-6)}`;
  await owner.query('update users set name = $2 where id = $1', [person.id, name]);
  const eraseNow = async () => {
    const body = { email: person.email };
    expect((await call(erase, { token: admin.token, params: { id: person.id }, body })).status).toBe(200);
  };
  const stateOf = async (id: string) =>
    (await owner.query('select state, reason, storage_key from client_exports where id = $1', [id])).rows[0];
  return { ...fixture, name, eraseNow, stateOf, whole: businessExportsOf(admin.token) };
}

/** Does this once, when the worker has read everything and stores the archive. */
function whileStoring(work: () => Promise<void>) {
  const files = store();
  const put = files.put.bind(files);
  vi.spyOn(files, 'put').mockImplementationOnce(async (...given) => {
    await work();
    await put(...given);
  });
}

it('an archive of the business that was read before an erasure is not given out, and begins anew', async () => {
  const { whole, name, eraseNow, stateOf } = await business();
  const before = (await stored()).length;
  const { id } = (await whole.ask()).body.data;
  whileStoring(async () => {
    await eraseNow();
    await runDue({ forget_exports: handlers.forget_exports ?? (() => Promise.reject(new Error('no handler'))) });
  });
  await runDue(longHandlers);
  expect(await stateOf(id)).toEqual({ state: 'working', reason: null, storage_key: null });
  expect([(await whole.download(id)).status, (await stored()).length]).toEqual([404, before]);
  await owner.query(`update jobs set due_at = now() where arguments->>'exportId' = $1`, [id]);
  await runDue(longHandlers);
  expect((await stateOf(id)).state).toBe('ready');
  const files = await unzipped((await whole.download(id)).bytes);
  const saying = [...files].filter(([, bytes]) => bytes.includes(name)).map(([path]) => path);
  expect(saying.filter((path) => path !== 'tables/audit_entries.ndjson')).toEqual([]);
  expect((await stored()).length).toBe(before + 1);
});

it('an archive that waits during an erasure is made after it', async () => {
  const { whole, eraseNow, stateOf, name } = await business();
  const { id } = (await whole.ask()).body.data;
  await eraseNow();
  await runDue(longHandlers);
  expect((await stateOf(id)).state).toBe('ready');
  const users = (await unzipped((await whole.download(id)).bytes)).get('tables/users.ndjson')?.toString() ?? name;
  expect(users).not.toContain(name);
});

it('an archive of the person that is being made at their erasure is none', async () => {
  const { mine, eraseNow, stateOf } = await business();
  const before = (await stored()).length;
  const { id } = (await mine.ask()).body.data;
  whileStoring(eraseNow);
  await runDue(longHandlers);
  expect(await stateOf(id)).toEqual({ state: 'failed', reason: 'accessEnded', storage_key: null });
  expect((await stored()).length).toBe(before);
});
