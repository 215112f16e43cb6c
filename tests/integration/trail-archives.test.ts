import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { env } from '@/lib/env';
import { fingerprintOf, sealingKeyOf } from '@/lib/trail-archives/rule';
import { verifyTrails } from '@/scripts/audit/verify';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { tampered } from '@/tests/support/fixtures/tampering';
import { trailBusiness } from '@/tests/support/fixtures/trail-archives';
import { runScript } from '@/tests/support/processes/script';

const { owner } = await testDatabase();
const { folder, stored } = await testStorage();

const business = () => trailBusiness(owner);

async function verified() {
  const printed: string[] = [];
  const code = await verifyTrails((line) => printed.push(line));
  return { code, text: printed.join('\n') };
}

/** Changes the stored file of an archive, and puts it back after `look`. */
async function withFile<T>(id: string, change: (text: string) => string | null, look: () => Promise<T>): Promise<T> {
  const { rows } = await owner.query<{ key: string }>('select storage_key as key from audit_archives where id = $1', [
    id,
  ]);
  const key = rows[0]?.key ?? '';
  const path = join(folder, 'files', key.slice(0, 2), key);
  const before = await readFile(path, 'utf8');
  const changed = change(before);
  if (changed === null) await rm(path);
  else await writeFile(path, changed);
  try {
    return await look();
  } finally {
    await writeFile(path, before);
  }
}

describe('old lines of the audit trail', () => {
  it('stay for ever unless the business limits it', async () => {
    const { seal, left, old, archives } = await business();
    await seal();
    expect(await left()).toEqual(expect.arrayContaining(old));
    expect(await archives()).toEqual([]);
  });

  it('go into a signed file once they are older than the business keeps, and no younger ones', async () => {
    const { retain, seal, left, old, young, archives, file, staff } = await business();
    expect((await retain(1, staff.token)).status).toBe(403);
    expect([(await retain(0)).status, (await retain(11)).status, (await retain(1)).status]).toEqual([422, 422, 200]);
    await seal();
    const remaining = await left();
    expect(remaining.filter((id) => old.includes(id))).toEqual([]);
    expect(remaining).toEqual(expect.arrayContaining(young));
    const [archive, ...others] = await archives();
    expect(others).toEqual([]);
    expect(archive).toMatchObject({ number: 1, line_count: 5, first_at: '2023-02-01T10:00:00.000Z' });
    const { bytes: text, headers } = await file(archive.id);
    expect(headers.get('content-disposition')).toContain('audit-archive-0001.ndjson');
    for (const id of old) expect(text.toString()).toContain(id);
    expect((await file(archive.id, staff.token)).status).toBe(403);
    expect((await business().then((other) => other.file(archive.id))).status).toBe(404);
  });

  it('are proven with the file, and the chain goes on from it, archive after archive', async () => {
    const { retain, seal, add, archives, left } = await business();
    await retain(2);
    await seal();
    expect((await verified()).code).toBe(0);
    await add('2024-06-01T10:00:00Z', 1);
    await seal();
    // Behind younger lines nothing goes: the chain is taken from its beginning.
    expect((await archives()).length).toBe(1);
    expect((await left()).length).toBeGreaterThan(2);
    expect((await verified()).text).toMatch(/^The audit trail holds/);
  });

  it('are sealed once, also when a worker was killed in between', async () => {
    const { id, retain, seal, archives } = await business();
    await retain(1);
    const before = (await stored()).length;
    await owner.query(
      `insert into audit_archives (id, tenant_id, storage_key) values (gen_random_uuid(), $1::uuid, md5($1::uuid::text))`,
      [id],
    );
    await seal();
    await seal();
    expect([(await archives()).length, (await stored()).length - before]).toEqual([1, 1]);
    const { rows } = await owner.query('select from audit_archives where tenant_id = $1', [id]);
    expect(rows.length).toBe(1);
  });
});

describe('an archive that was tampered with is found and named', () => {
  it.each([
    [
      'a byte of a line',
      (text: string) => text.replace('Plan ü', 'Plan o'),
      /Archive 1 is not as it was sealed: entry/,
    ],
    [
      'a line removed from the middle',
      (text: string) => text.replace(/\{"entry".*\n/, ''),
      /Archive 1 is not as it was sealed: entry .* was changed or removed/,
    ],
    ['the seal removed', (text: string) => text.replace(/\{"manifest".*\n/, ''), /Archive 1 is not as it was sealed\./],
    [
      'the signature',
      (text: string) => text.replace(/"signature":"(.)/, (_, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`),
      /Archive 1 is not as it was sealed\./,
    ],
    ['a line after the seal', (text: string) => `${text}{}\n`, /Archive 1 is not as it was sealed\./],
    ['the whole file', () => null, /The file of archive 1 is missing\./],
  ])('%s', async (_, change, told) => {
    const { retain, seal, archives } = await business();
    await retain(1);
    await seal();
    const [{ id }] = await archives();
    const found = await withFile(id, change, verified);
    expect([found.code, found.text]).toEqual([1, expect.stringMatching(told)]);
    expect((await verified()).code).toBe(0);
  });

  it('and by the script that needs the file alone', async () => {
    const { retain, seal, archives, file } = await business();
    await retain(1);
    await seal();
    const [{ id }] = await archives();
    const path = join(folder, 'taken.ndjson');
    await writeFile(path, (await file(id)).bytes);
    const script = () => runScript('scripts/verify-archive.ts', [path], {});
    expect(await script()).toEqual({ code: 0, output: expect.stringMatching(/archive 1 of .* holds: 5 entries/) });
    await writeFile(path, (await readFile(path, 'utf8')).replace('Zoë', 'Zoe'));
    expect(await script()).toEqual({ code: 1, output: expect.stringContaining('not as it was sealed: entry') });
    await rm(path);
  });
});

describe('an archive of another key', () => {
  it('holds only where the operator names the key, as after a new secret or a restore elsewhere', async () => {
    const { retain, seal } = await business();
    await retain(1);
    await seal();
    const settings = env();
    const { secret, archiveKeys } = settings;
    try {
      settings.secret = 'another secret of an installation elsewhere';
      expect(await verified()).toEqual({ code: 1, text: expect.stringContaining('sealed with another key') });
      settings.archiveKeys = [fingerprintOf(sealingKeyOf(secret).publicKey)];
      expect((await verified()).code).toBe(0);
    } finally {
      Object.assign(settings, { secret, archiveKeys });
    }
  });
});

describe('lines leave the trail by an archive only', () => {
  it('not by a delete, nor for an archive that does not cover them', async () => {
    const { id: tenant, old, retain, seal } = await business();
    await expect(owner.query('delete from audit_entries where id = $1', [old[0]])).rejects.toThrow('append-only');
    await retain(1);
    const { rows } = await owner.query<{ id: string }>(
      `insert into audit_archives (id, tenant_id, storage_key, number, first_position, last_position, before_hash, last_hash, line_count,
         first_at, last_at, byte_size, sha256, public_key)
       select gen_random_uuid(), $1::uuid, md5('x' || $1::uuid::text), 1, 1, position, '', hash, 7, now(), now(), 1, sha256('x'), 'k'
       from audit_links where tenant_id = $1::uuid order by position desc limit 1 returning id`,
      [tenant],
    );
    const asked = owner.query(
      `begin; select set_config('role', 'oriel_worker', true), set_config('app.tenant_id', '${tenant}', true); select seal_audit_archive('${rows[0]?.id}')`,
    );
    await expect(asked).rejects.toThrow('does not cover the lines');
    await owner.query('rollback');
    await seal();
    expect((await verified()).code).toBe(0);
  });

  it('nor is a sealed archive changed or removed; a row that is gone all the same is missed', async () => {
    const { id: tenant, retain, seal } = await business();
    await retain(1);
    await seal();
    for (const sql of [
      'update audit_archives set line_count = 1',
      'delete from audit_archives',
      'truncate audit_archives',
    ])
      await expect(owner.query(sql)).rejects.toThrow(/stays as it is|append-only/);
    const { rows } = await owner.query('select min(position) as first from audit_links where tenant_id = $1', [tenant]);
    const found = await tampered(
      owner,
      'delete from audit_archives where tenant_id = $1',
      [tenant],
      verified,
      'audit_archives',
    );
    expect(found.text).toContain(`Link 1 of the chain is missing: link ${rows[0]?.first} follows the one before it.`);
  });
});
