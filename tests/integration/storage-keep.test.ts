import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdminActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import { AppError, conflict } from '@/lib/errors';
import { keepFiles, letGoOfFiles } from '@/lib/storage/keep';
import { spoolMade } from '@/lib/storage/spool';
import { store } from '@/lib/storage/store';
import { sweepFiles } from '@/lib/storage/sweep';
import { testDatabase } from '@/tests/support/database/database';
import { createStoredFile } from '@/tests/support/factories/records';
import { testStorage } from '@/tests/support/files/storage';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const { folder, stored, spooled } = await testStorage();

let actor: AdminActor;
beforeEach(async () => {
  actor = await adminActor(owner, (await createTestTenant(owner)).admin.email);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(join(folder, 'files'), { recursive: true, force: true });
});

const rows = async () =>
  (await owner.query('select * from stored_files where tenant_id = $1 order by id', [actor.tenantId])).rows;
const allowed = (bytes: number) =>
  owner.query('update tenants set storage_quota_bytes = $2 where id = $1', [actor.tenantId, bytes]);
const file = (bytes = 600) =>
  spoolMade(Readable.from([Buffer.alloc(bytes, 'x')]), { fileName: 'plan.pdf', contentType: 'application/pdf' });
const grownOld = () =>
  owner.query(`update stored_files set created_at = now() - interval '61 minutes' where tenant_id = $1`, [
    actor.tenantId,
  ]);

/** Keeps a file as the tenant's logo; the tenant row is the record that references it. */
const keepAsLogo = async (bytes?: number) =>
  keepFiles(actor, [await file(bytes)], async (db, [logoFileId]) => {
    await db.tenant.update({ where: { id: actor.tenantId }, data: { logoFileId: logoFileId ?? null } });
    return logoFileId;
  });

async function expectNothing(): Promise<void> {
  expect(await rows()).toEqual([]);
  expect(await stored()).toEqual([]);
  expect(await spooled()).toEqual([]);
}

describe('a row and its file', () => {
  it('come to be together, with the record', async () => {
    const fileId = await keepAsLogo();
    expect(await rows()).toMatchObject([{ id: fileId, status: 'stored', byte_size: '600', file_name: 'plan.pdf' }]);
    expect(await stored()).toHaveLength(1);
    expect(await spooled()).toEqual([]);
    const key = (await rows())[0].storage_key;
    expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('neither is left when the record cannot be written', async () => {
    const refused = keepFiles(actor, [await file(), await file()], () => Promise.reject(conflict('busy')));
    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT' });
    await expectNothing();
  });

  it('neither is left when one of several cannot be stored', async () => {
    const put = store().put;
    let calls = 0;
    vi.spyOn(store(), 'put').mockImplementation((key, source) =>
      calls++ === 1 ? Promise.reject(new AppError('UNAVAILABLE')) : put(key, source),
    );
    const kept = keepFiles(actor, [await file(), await file(), await file()], async (_, ids) => ids);
    await expect(kept).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expectNothing();
  });

  it('neither is left, nor half a file, when the disk fails', async () => {
    // A file in place of the folder makes every write fail.
    await writeFile(join(folder, 'files'), '');
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(keepFiles(actor, [await file()], async (_, ids) => ids)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    await rm(join(folder, 'files'));
    await grownOld();
    await sweepFiles();
    await expectNothing();
  });

  it('the spool says so when it cannot write', async () => {
    await rm(join(folder, 'spool'), { recursive: true, force: true });
    await writeFile(join(folder, 'spool'), '');
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(file()).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: { key: 'storageDown' } });
    await rm(join(folder, 'spool'));
  });

  it('stay apart from a sweep that comes in the middle', async () => {
    const kept = keepFiles(actor, [await file()], async (_, ids) => {
      expect(await sweepFiles()).toBe(0);
      return ids;
    });
    const [id] = await kept;
    expect(await rows()).toMatchObject([{ id, status: 'stored' }]);
  });

  it('an upload that the sweeper has taken fails as a whole', async () => {
    const put = store().put;
    vi.spyOn(store(), 'put').mockImplementationOnce(async (key, source) => {
      await put(key, source);
      await grownOld();
      expect(await sweepFiles()).toBe(1);
    });
    await expect(keepAsLogo()).rejects.toMatchObject({ code: 'CONFLICT', reason: { key: 'uploadTooSlow' } });
    await expectNothing();
  });
});

describe('an upload that takes long', () => {
  const takes = (minutes: number) => {
    const put = store().put;
    vi.spyOn(store(), 'put').mockImplementationOnce(async (key, source) => {
      await put(key, source);
      const age = [actor.tenantId, `${minutes} minutes`];
      await owner.query('update stored_files set created_at = now() - $2::interval where tenant_id = $1', age);
    });
  };

  it('is kept within fifty minutes', async () => {
    takes(48);
    await keepAsLogo();
    expect(await rows()).toMatchObject([{ status: 'stored' }]);
  });

  it('fails as a whole after them, before a sweep may take its file', async () => {
    takes(52);
    await expect(keepAsLogo()).rejects.toMatchObject({ code: 'CONFLICT', reason: { key: 'uploadTooSlow' } });
    await expectNothing();
  });
});

describe('the room of a business', () => {
  it('is counted with what is still being stored, and never overdrawn by two at once', async () => {
    await allowed(1000);
    const both = await Promise.allSettled([keepAsLogo(), keepAsLogo()]);
    const failed = both.filter(({ status }) => status === 'rejected');
    expect(failed).toMatchObject([{ reason: { code: 'TOO_LARGE', reason: { key: 'storageFull' } } }]);
    expect((await rows()).map(({ byte_size }) => byte_size)).toEqual(['600']);
    expect(await spooled()).toEqual([]);
  });

  it('can be used to the last byte, and holds for several files together', async () => {
    await allowed(1200);
    const three = keepFiles(actor, [await file(), await file(), await file()], async (_, ids) => ids);
    await expect(three).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expectNothing();
    await keepFiles(actor, [await file(), await file()], async (_, kept) => kept);
    await expect(keepAsLogo(1)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('the sweeper', () => {
  it('removes what a crash left and what was let go, after an hour, and nothing else', async () => {
    const young = await crashed();
    const referred = await keepAsLogo();
    const free = await keepFiles(actor, [await file()], async (_, [id]) => id);
    await letGo(free);
    expect(await sweepFiles()).toBe(0);
    expect((await rows()).map(({ id }) => id).sort()).toEqual([young.id, referred, free].sort());

    await grownOld();
    expect(await sweepFiles()).toBe(2);
    expect((await rows()).map(({ id }) => id)).toEqual([referred]);
    expect(await stored()).toHaveLength(1);
  });

  it('keeps a pending file that a record refers to', async () => {
    const { id } = await crashed();
    await owner.query('update tenants set logo_file_id = $2 where id = $1', [actor.tenantId, id]);
    await grownOld();
    expect(await sweepFiles()).toBe(0);
    expect(await rows()).toHaveLength(1);
    await letGo(id);
    expect(await sweepFiles()).toBe(1);
    await expectNothing();
  });

  it('leaves the row where the storage does not answer, and comes by again', async () => {
    await crashed();
    await grownOld();
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(store(), 'remove').mockRejectedValueOnce(new AppError('UNAVAILABLE'));
    expect(await sweepFiles()).toBe(0);
    expect(await rows()).toHaveLength(1);
    expect(await sweepFiles()).toBe(1);
    await expectNothing();
  });

  it('holds no connection while the storage works', async () => {
    await crashed();
    await grownOld();
    const remove = store().remove;
    const open: unknown[] = [];
    vi.spyOn(store(), 'remove').mockImplementationOnce(async (key) => {
      const inTransaction = `select state from pg_stat_activity
        where datname = current_database() and state like '%transaction%' and pid <> pg_backend_pid()`;
      open.push(...(await owner.query(inTransaction)).rows);
      await remove(key);
    });
    expect(await sweepFiles()).toBe(1);
    expect(open).toEqual([]);
  });

  it('gives up on a storage that hangs, without harm to what comes next', async () => {
    await crashed();
    await grownOld();
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(store(), 'remove').mockImplementationOnce(() => pause(7_000));
    expect(await sweepFiles()).toBe(0);
    expect(await rows()).toHaveLength(1);
    expect(await sweepFiles()).toBe(1);
    await expectNothing();
  });

  it('clears forgotten uploads from the spool', async () => {
    const { path } = await file();
    expect(await sweepFiles()).toBe(0);
    await utimes(path, new Date(0), new Date(Date.now() - 3_700_000));
    expect(await sweepFiles()).toBe(1);
    expect(await spooled()).toEqual([]);
  });
});

/** The state after a crash between storing the bytes and writing the record. */
async function crashed(): Promise<{ id: string }> {
  const row = await createStoredFile(
    owner,
    { tenantId: actor.tenantId },
    { status: 'pending', storageKey: `${Date.now()}`.padStart(32, '0') },
  );
  const bytes = await file();
  await store().put(row.storageKey, bytes);
  await bytes.discard();
  return row;
}

/** Removes the reference and releases the file, like a command that deletes a record. */
async function letGo(id: string | undefined): Promise<void> {
  if (!id) throw new Error('There is no file to let go of');
  await write(actor, async (db) => {
    await db.tenant.update({ where: { id: actor.tenantId }, data: { logoFileId: null } });
    await letGoOfFiles(db, [id]);
  });
}
