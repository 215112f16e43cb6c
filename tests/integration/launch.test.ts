import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort } from '@/lib/db/embedded/port';
import { appPassword, ensureSecret } from '@/lib/secret';
import { runScript } from '@/tests/support/processes/script';

const folder = await mkdtemp(join(tmpdir(), 'oriel-launch-'));
afterAll(() => rm(folder, { recursive: true }));

const oneLine = /^oriel: [^\n]+$/;

describe('an error is one line with a non-zero exit, before anything is created', () => {
  test.each([
    ['no address', 'not an address', /^oriel: DATABASE_URL is not a PostgreSQL address/],
    ['nobody there', 'postgresql://me:secret@127.0.0.1:1/oriel', /nothing answers at 127\.0\.0\.1:1$/],
    ['no such machine', 'postgresql://me:secret@db.invalid/oriel', /db\.invalid/],
  ])('a broken DATABASE_URL: %s', async (_, url, message) => {
    const { code, output } = await runScript('scripts/dev.ts', [], {
      DATABASE_URL: url,
      ORIEL_DATA_DIR: join(folder, 'broken'),
      PORT: String(await freePort()),
    });
    expect(code).toBe(1);
    expect(output).toMatch(oneLine);
    expect(output).toMatch(message);
    expect(output).not.toContain('secret');
    await expect(stat(join(folder, 'broken/postgres'))).rejects.toThrow('ENOENT');
  });

  test('a taken port', async () => {
    const squatter = createServer();
    const port = await new Promise<number>((resolve) =>
      squatter.listen(0, () => {
        const address = squatter.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      }),
    );
    const ended = await runScript('scripts/dev.ts', [], { PORT: String(port), ORIEL_DATA_DIR: join(folder, 'taken') });
    squatter.close();
    expect(ended).toEqual({
      code: 1,
      output: `oriel: Port ${port} is taken by another program: set PORT to a free one`,
    });
    await expect(stat(join(folder, 'taken'))).rejects.toThrow('ENOENT');
  });

  test('a data folder that is no folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, output } = await runScript('scripts/migrate.ts', ['deploy'], {
      ORIEL_DATA_DIR: join(folder, 'file/data'),
    });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^oriel: The data folder [^\n]+ cannot be written to \(ENOTDIR\): set ORIEL_DATA_DIR [^\n]+$/,
    );
  });

  test('nothing to sweep', async () => {
    const nowhere = join(folder, 'nowhere');
    const { code, output } = await runScript('scripts/sweep.ts', [], { ORIEL_DATA_DIR: nowhere });
    expect([code, output]).toEqual([1, expect.stringMatching(oneLine)]);
    expect(output).toContain(`There is no Oriel in ${nowhere}`);
    await expect(stat(nowhere)).rejects.toThrow('ENOENT');
  });

  test.each([[['sideways']], [['new']]])('migrate %j', async (args) => {
    const { code, output } = await runScript('scripts/migrate.ts', args, {});
    expect({ code, output }).toEqual({
      code: 1,
      output: 'oriel: Usage: npm run migrate -- deploy | status | drift | new NAME',
    });
  });
});

describe('an address with https and no trusted proxy', () => {
  const started = async (trustProxy: string) => {
    const { output } = await runScript('scripts/dev.ts', [], {
      ORIEL_URL: 'https://portal.example.com',
      TRUST_PROXY: trustProxy,
      DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/oriel', // ends the start
      PORT: String(await freePort()),
    });
    return output.split('\n').filter((line) => line.includes('TRUST_PROXY'));
  };

  test('is warned of at the start, because a proxy must be in front', async () => {
    expect(await started('')).toEqual([expect.stringMatching(/^oriel: ORIEL_URL is https, [^\n]+ set TRUST_PROXY/)]);
    expect(await started('1')).toEqual([]);
  });
});

describe('migrate on the embedded database', () => {
  test('starts it, says what it did, and stops it again', async () => {
    const variables = { ORIEL_DATA_DIR: join(folder, 'migrate') };
    const pending = await runScript('scripts/migrate.ts', ['status'], variables);
    expect(pending.code).toBe(2);
    expect(pending.output).toMatch(/^pending: \d{14}_/);
    expect((await runScript('scripts/migrate.ts', ['deploy'], variables)).output).toMatch(
      /^Applied .* and the policies\.$/,
    );
    expect(await runScript('scripts/migrate.ts', ['status'], variables)).toEqual({
      code: 0,
      output: 'The database is up to date.',
    });
    expect(await readdir(join(folder, 'migrate/postgres/data'))).not.toContain('postmaster.pid');
  });

  test('setup-link prints a link for the first super-admin', async () => {
    const { code, output } = await runScript('scripts/setup-link.ts', [], {
      ORIEL_DATA_DIR: join(folder, 'migrate'),
      ORIEL_URL: 'https://portal.example.com',
    });
    expect(code).toBe(0);
    expect(output).toMatch(/\n {2}https:\/\/portal\.example\.com\/\S+$/);
  });
});

describe('the secret', () => {
  test('is made once, for its owner only, however many ask at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => ensureSecret(folder)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secrets[0]);
    expect((await readdir(folder)).filter((name) => name.startsWith('secret'))).toEqual(['secret']);
  });

  test('decides the password of the portal: the same for the same secret, another for another', () => {
    expect(appPassword('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(appPassword('a')).toBe(appPassword('a'));
    expect(appPassword('a')).not.toBe(appPassword('b'));
  });
});
