import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { runDue } from '@/lib/jobs/runner';
import { store } from '@/lib/storage/store';
import { longHandlers } from '@/lib/worker/handlers';
import { openBusiness } from '@/scripts/restore/archive';
import { checkBusiness } from '@/scripts/restore/check';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { businessExportsOf } from '@/tests/support/fixtures/business-exports';
import { createTestTenant } from '@/tests/support/fixtures/tenant';

// 64 MB, and beyond 4 GiB (ZIP64) by `npm run test:long`.
const bytes = Number(process.env.ORIEL_ARCHIVE_BYTES ?? 64 * 1024 * 1024);
const rows = 20_000;
const fileSize = 16 * 1024 * 1024;
const count = Math.ceil(bytes / fileSize);
const most = 150 * 1024 * 1024;

const { owner } = await testDatabase();
const { folder } = await testStorage();

it('a business of any size takes no more memory than a small one, both ways, and its archive opens in unzip', async () => {
  const { id: tenantId, admin } = await createTestTenant(owner);
  const content = Buffer.alloc(fileSize, randomBytes(1024));
  const path = join(folder, 'content.bin');
  await writeFile(path, content);
  const sha256 = createHash('sha256').update(content).digest();
  for (let at = 0; at < count; at++) {
    const key = randomBytes(16).toString('hex');
    await store().put(key, { path, byteSize: fileSize, contentType: 'application/pdf' });
    await owner.query(
      `insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status)
       values (gen_random_uuid(), $1, $2, $3, 'application/pdf', $4, $5, 'stored')`,
      [tenantId, key, `Büro 図面 ${at}.pdf`, fileSize, sha256],
    );
  }
  await owner.query(
    `insert into received_mails (id, tenant_id, digest, result) select gen_random_uuid(), $1, sha256(n::text::bytea), 'accepted' from generate_series(1, $2) n`,
    [tenantId, rows],
  );
  const { body } = await businessExportsOf(admin.token).ask();
  const before = process.memoryUsage().rss;
  await runDue(longHandlers);
  expect(process.memoryUsage().rss - before).toBeLessThan(most);
  const [made] = (
    await owner.query('select storage_key, byte_size::float8 as size from client_exports where id = $1', [body.data.id])
  ).rows;
  expect(made.size).toBeGreaterThan(count * fileSize);

  const zip = join(folder, 'files', made.storage_key.slice(0, 2), made.storage_key);
  const unzip = (...args: string[]) =>
    promisify(execFile)('unzip', args, { env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 1e8 });
  await unzip('-tqq', zip);
  const names = (await unzip('-Z1', zip)).stdout.split('\n');
  for (let at = 0; at < count; at++) expect(names.some((name) => name.endsWith(`/Büro 図面 ${at}.pdf`))).toBe(true);

  const archive = await openBusiness(zip);
  const opened = process.memoryUsage().rss;
  expect(await checkBusiness(archive)).toHaveLength(count);
  expect(process.memoryUsage().rss - opened).toBeLessThan(most);
  archive.close();
}, 900_000);
