import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testSecret } from '@/tests/support/database/global-setup';
import { testStorage } from '@/tests/support/files/storage';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { untilDone } from '@/tests/support/processes/script';

const { owner, appUrl } = await testDatabase();
const { folder, spooled } = await testStorage();
const { staff } = await createTestTenant(owner);

const fileSize = 50 * 1024 * 1024;

it('50 MB up and down, alone and four at once, do not pass through memory', async () => {
  // The heap has room for the modules, 48 MB, and for less than one file; the growth of the whole process is measured too.
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=96',
      '--import',
      'tsx',
      '--import',
      resolve('tests/support/processes/without-server-only.mjs'),
      resolve('tests/support/files/file-traffic.ts'),
    ],
    {
      env: {
        ...process.env,
        ORIEL_APP_DATABASE_URL: appUrl,
        ORIEL_SECRET: testSecret,
        ORIEL_DATA_DIR: folder,
        TOKEN: staff.token,
      },
    },
  );
  const { code, output } = await untilDone(child);
  expect(code, output).toBe(0);
  const { growth, same } = JSON.parse(output.split('\n').at(-1) ?? '');
  expect(same).toBe(true);
  expect(growth.upload / fileSize).toBeLessThan(0.5);
  expect(growth.download / fileSize).toBeLessThan(0.5);
  expect(growth.together / (4 * fileSize)).toBeLessThan(0.5);
  expect(await spooled()).toEqual([]);
}, 120_000);
