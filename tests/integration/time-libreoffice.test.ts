import { execFile } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { NextRequest } from 'next/server';
import { afterAll, describe, expect, it } from 'vitest';
import { GET as exported } from '@/app/api/admin/time-entries/export/route';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';

const run = promisify(execFile);
const office = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);
const folder = await mkdtemp(path.join(tmpdir(), 'oriel-office-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);

/** A spreadsheet has 1,048,576 rows, the head included. Few unless the long run asks for more. */
const many = Number(process.env.ORIEL_EXPORT_ROWS ?? 2_000);

/** Opens a CSV file in LibreOffice as it would for a person, formulas run, and returns the cells that it then holds. */
async function opened(name: string): Promise<string[][]> {
  const read = '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true';
  const write = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const out = path.join(folder, 'opened');
  const words = [profile, '--headless', read, '--convert-to', write, '--outdir', out, path.join(folder, name)];
  await run('soffice', words, { timeout: 800_000 });
  return parse(await readFile(path.join(out, name), 'utf8'), { relaxColumnCount: true });
}

/** The hours of a project as the portal sends them, written chunk by chunk. */
async function download(projectId: string, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${tenant.admin.token}` };
  const request = new NextRequest(`http://localhost:3000/api/test?project_id=${projectId}`, { headers });
  const { body } = await exported(request, {});
  const file = await open(path.join(folder, name), 'w');
  if (body) for await (const chunk of body) await file.write(chunk);
  await file.close();
}

/** Adds hours to a new project: minutes and description of each by number. */
async function worked(count: number, description: string, values: unknown[] = []) {
  const client = await tenant.addClient();
  const project = await tenant.addProject(client);
  await owner.query(
    `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, updated_at)
     select gen_random_uuid(), $1, $2, $3, $4, 'Mia', '2020-01-01'::date + n % 2000, 1 + n % 600, ${description}, now()
     from generate_series(1, $5) n`,
    [tenant.id, client, project, tenant.staff.id, count, ...values],
  );
  // As autovacuum does: a plan made without statistics may read all rows for each page.
  await owner.query('analyze time_entries');
  return project;
}

const descriptions = [
  ...[
    '=1+1',
    '-5 % Nachlass',
    '+49 170 1',
    '@x',
    '\t=1',
    'Müller; "6"" Rohr"',
    'two\nlines',
    '=HYPERLINK("http://a";"b")',
  ],
];

describe.skipIf(!office)('hours in LibreOffice', () => {
  it('would run a formula that stood in the file', async () => {
    await writeFile(path.join(folder, 'control.csv'), 'a,b\r\n=1+1,x\r\n');
    expect(await opened('control.csv')).toEqual([
      ['a', 'b'],
      ['2', 'x'],
    ]);
  }, 120_000);

  it('are one row each, text neutralised and no formula run, minutes still numbers', async () => {
    const project = await worked(descriptions.length, '($6::text[])[n]', [descriptions]);
    await download(project, 'field.csv');
    const [head = [], ...rows] = await opened('field.csv');
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? '');
    expect(rows).toHaveLength(descriptions.length);
    expect(
      column('Minutes')
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(descriptions.map((_, at) => at + 2));
    expect(column('Hours').every((hours) => Number(hours) > 0)).toBe(true);
    expect(column('Description').sort()).toEqual(
      descriptions.map((text) => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text)).sort(),
    );
  }, 120_000);

  it(`add up to the same sums, ${many} of them`, async () => {
    const project = await worked(many, "'Entry ' || n");
    await download(project, 'many.csv');
    const [head = [], ...rows] = await opened('many.csv');
    const minutes = rows.reduce((sum, row) => sum + Number(row[head.indexOf('Minutes')]), 0);
    const sql = 'select count(*)::int as count, sum(minutes)::int as minutes from time_entries where project_id = $1';
    expect({ count: rows.length, minutes }).toEqual((await owner.query(sql, [project])).rows[0]);
    expect(rows).toHaveLength(many);
  }, 1_800_000);
});
