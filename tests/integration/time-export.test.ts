import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { GET as teamExport } from '@/app/api/admin/time-entries/export/route';
import { POST } from '@/app/api/admin/time-entries/route';
import { GET as clientExport } from '@/app/api/client/time-entries/export/route';
import type { RouteHandler } from '@/lib/doors/facts';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { admin, staff } = tenant;
const rows = Number(process.env.ORIEL_EXPORT_ROWS ?? 200_000);
const megabyte = 2 ** 20;

const open = (handler: RouteHandler, token: string, query = '') =>
  handler(
    new NextRequest(`http://localhost:3000/api/test${query}`, { headers: { authorization: `Bearer ${token}` } }),
    {},
  );

describe('hours as CSV', () => {
  const descriptions = [
    ...[
      '=1+1',
      '-5 % Nachlass',
      '+49 170 1',
      '@x',
      '\t=1',
      'Müller; "6"" Rohr"',
      'two\nlines',
      '＝1',
      'plain, with comma',
    ],
  ];

  it('have one row each, text made harmless, numbers still numbers, as another parser reads them', async () => {
    const client = await tenant.addClient('=Rao');
    const project_id = await tenant.addProject(client);
    for (const [at, description] of descriptions.entries())
      await call(POST, {
        token: staff.token,
        body: { project_id, worked_on: '2026-03-01', minutes: at + 1, description, billable: at % 2 === 0 },
      });
    const response = await open(teamExport, admin.token, `?project_id=${project_id}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toContain('hours.csv');
    const read: Record<string, string>[] = parseAll(await response.text(), { columns: true, bom: true });
    const sorted = read.toSorted((a, b) => Number(a.Minutes) - Number(b.Minutes));
    expect(sorted.map(({ Description }) => Description)).toEqual([
      ...[
        "'=1+1",
        "'-5 % Nachlass",
        "'+49 170 1",
        "'@x",
        "'=1",
        'Müller; "6"" Rohr"',
        'two\nlines',
        "'＝1",
        'plain, with comma',
      ],
    ]);
    expect(sorted.map(({ Minutes }) => Number(Minutes))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(sorted[0]).toMatchObject({
      Client: "'=Rao",
      Date: '2026-03-01',
      Hours: '0.0167',
      Billed: 'No',
      Invoice: '',
    });
    expect(Object.keys(sorted[0] ?? {})).not.toContain('Cost');
    const [head] = (await (await open(teamExport, staff.token)).text()).split('\r\n');
    expect(head).toBe('Date,Client,Project,Person,Minutes,Hours,Description,Billable,Billed');
  });

  it('refuse what the list refuses', async () => {
    expect((await open(teamExport, admin.token, '?limit=1')).status).toBe(422);
    expect((await open(teamExport, admin.token, '?date_from=2026-03-02&date_to=2026-03-01')).status).toBe(422);
    expect((await open(clientExport, admin.token)).status).toBe(403);
    const unknown = '?project_id=01a22c3e-732d-7053-8701-fb5f15055b60';
    expect((await open(teamExport, admin.token, unknown)).status).toBe(404);
  });
});

describe(`${rows} rows as CSV`, () => {
  it('stream with flat memory and the same sums, and hold no connection while their reader waits', async () => {
    const client = await tenant.addClient('Many');
    const person = await tenant.addPerson('client', client);
    const project = await tenant.addProject(client);
    await owner.query(
      `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, updated_at)
       select gen_random_uuid(), $1, $2, $3, $4, 'Mia', '2020-01-01'::date + n % 2000, 1 + n % 600, 'Entry ' || n, n % 3 > 0, now()
       from generate_series(1, $5) n`,
      [tenant.id, client, project, staff.id, rows],
    );
    await owner.query('analyze time_entries');
    const response = await open(clientExport, person.token);
    const reader = response.body?.getReader();
    const parser = parse({ columns: true, bom: true });
    let [count, minutes, last, inOrder] = [0, 0, '9999', true];
    parser.on('data', (row: { Date: string; Minutes: string }) => {
      count += 1;
      minutes += Number(row.Minutes);
      inOrder &&= row.Date <= last;
      last = row.Date;
    });
    let [base, peak, waited, nextMeasure] = [0, 0, false, 0];
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      if (!parser.write(chunk.value)) await new Promise((resolve) => parser.once('drain', resolve));
      if (!waited && count > 1000) {
        waited = true;
        expect(await idleConnections()).toBe(true);
      }
      if (count < nextMeasure) continue;
      nextMeasure = count + rows / 20;
      const used = usedMemory();
      // The first tenth fills caches.
      if (count > rows / 10) base ||= used;
      peak = Math.max(peak, used);
    }
    await new Promise((resolve) => {
      parser.once('end', resolve);
      parser.end();
    });
    const { rows: sums } = await owner.query(
      'select count(*)::int as count, sum(minutes)::int as minutes from time_entries where project_id = $1',
      [project],
    );
    expect({ count, minutes }).toEqual(sums[0]);
    expect(sums[0].count).toBe(rows);
    expect(inOrder).toBe(true);
    expect((peak - base) / megabyte).toBeLessThan(64);
  }, 1_800_000);
});

/** Bytes in use after a garbage collection. */
function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Whether the portal's connections leave every transaction while nobody reads. */
async function idleConnections(): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows: busy } = await owner.query(
      `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    );
    if (busy.length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
