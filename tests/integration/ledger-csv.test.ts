import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { GET as teamStatementCsv } from '@/app/api/admin/clients/[id]/statement/csv/route';
import { GET as teamStatementPdf } from '@/app/api/admin/clients/[id]/statement/pdf/route';
import { GET as teamCsv } from '@/app/api/admin/ledger/csv/route';
import { POST } from '@/app/api/admin/ledger/route';
import { GET as clientCsv } from '@/app/api/client/ledger/csv/route';
import { GET as statementCsv } from '@/app/api/client/ledger/statement/csv/route';
import { GET as statementPdf } from '@/app/api/client/ledger/statement/pdf/route';
import type { RouteHandler } from '@/lib/doors/facts';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { readPdf } from '@/tests/support/printed/read-pdf';

const { owner } = await testDatabase();
const { admin, staff, addClient, addPerson } = await createTestTenant(owner);
const party = await addClient();
const jane = await addPerson('client', party);
const other = await addPerson('client', await addClient('=Rao "villa", Sons'));

type Get = { token: string; query?: string; params?: Record<string, string> };
async function get(handler: RouteHandler, { token, query = '', params }: Get) {
  const request = new NextRequest(`http://localhost:3000/api/test${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const response = await handler(request, params ? { params: Promise.resolve(params) } : {});
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}
const text = async (handler: RouteHandler, wanted: Get) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await get(handler, wanted)).bytes);

const post = (body: object) =>
  call(POST, { token: admin.token, body: { party_type: 'client', party_id: party, entry_on: '2026-03-10', ...body } });
await post({ entry_type: 'invoice', credit: '1234.50', description: '=HYPERLINK("http://evil","x")' });
await post({
  entry_type: 'payment',
  debit: '234.5',
  description: 'Zahlung; Łódź',
  reference: '-1+1',
  entry_on: '2026-03-20',
});
await post({ entry_type: 'adjustment', debit: '2000', description: 'Line break, and comma', entry_on: '2026-02-01' });
await post({ entry_type: 'invoice', credit: '1', description: 'Other', party_id: other.id });
const today = new Date().toISOString().slice(0, 4);
const march = '?date_from=2026-03-01&date_to=2026-03-31';

describe('the account as CSV', () => {
  it('holds every entry in the form of RFC 4180, typed text without formulas, amounts as numbers', async () => {
    const csv = await text(clientCsv, { token: jane.token });
    expect(csv.replaceAll(new RegExp(`${today}-\\d\\d-\\d\\d\\r`, 'g'), 'POSTED\r')).toBe(
      [
        '\uFEFFDate,Type,Description,Reference,Charges,Payments,Balance,Currency,Posted',
        '2026-02-01,Adjustment,"Line break, and comma",,,2000.00,-1000.00,EUR,POSTED',
        '2026-03-20,Payment,"Zahlung; Łódź",\'-1+1,,234.50,1000.00,EUR,POSTED',
        '2026-03-10,Invoice,"\'=HYPERLINK(""http://evil"",""x"")",,1234.50,,1234.50,EUR,POSTED',
        '',
      ].join('\r\n'),
    );
  });

  it('is filtered like the list, and refuses like it', async () => {
    expect((await text(clientCsv, { token: jane.token, query: '?entry_type=payment' })).split('\r\n')).toHaveLength(3);
    const refused = await get(clientCsv, { token: jane.token, query: '?date_from=2026-03-02&date_to=2026-03-01' });
    expect(refused.response.status).toBe(422);
    expect((await get(clientCsv, { token: jane.token, query: '?cursor=x' })).response.status).toBe(422);
  });

  it('has no cap: 1,203 entries, each once', async () => {
    const many = await addClient('Many');
    const person = await addPerson('client', many);
    await owner.query(
      `insert into ledger_entries (id, tenant_id, party_id, entry_type, entry_on, description, credit_minor, currency, created_by_id, created_by_name)
       select gen_random_uuid(), tenant_id, $1, 'invoice', '2025-01-01'::date + n, 'Entry ' || n, n, currency, created_by_id, created_by_name
       from (select * from ledger_entries limit 1) e, generate_series(1, 1203) n`,
      [many],
    );
    const found = (await text(clientCsv, { token: person.token })).match(/Entry \d+/g) ?? [];
    expect([found.length, new Set(found).size]).toEqual([1203, 1203]);
    const statement = `?date_from=2025-01-01&date_to=2199-12-31`;
    expect((await text(statementCsv, { token: person.token, query: statement })).match(/Entry \d+/g)).toHaveLength(
      1203,
    );
  });

  it('of all accounts names the clients, for admins only', async () => {
    const csv = await text(teamCsv, { token: admin.token });
    expect(csv).toContain(`\r\n"'=Rao ""villa"", Sons",2026-03-10,Invoice,Other,`);
    const one = await text(teamCsv, { token: admin.token, query: `?party_id=${party}` });
    expect(one.split('\r\n')).toHaveLength(5);
    for (const { token } of [staff, jane]) expect((await get(teamCsv, { token })).response.status).toBe(403);
  });

  it('of another client stays hidden', async () => {
    expect((await text(clientCsv, { token: other.token })).split('\r\n')).toHaveLength(3);
  });
});

describe('a statement as files', () => {
  it('CSV runs by date', async () => {
    const csv = await text(statementCsv, { token: jane.token, query: march });
    expect(csv.split('\r\n').map((line) => line.split(',').at(-3))).toEqual([
      'Balance',
      '-765.50',
      '-1000.00',
      undefined,
    ]);
    expect(await text(teamStatementCsv, { token: admin.token, query: march, params: { id: party } })).toBe(csv);
  });

  it('PDF says the same figures as the screen, in either language, with the same bytes each time', async () => {
    const { response, bytes } = await get(statementPdf, { token: jane.token, query: march });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = await readPdf(bytes);
    for (const part of [
      'Statement',
      '-€2,000.00',
      '€1,234.50',
      '-€765.50',
      '€234.50',
      '-€1,000.00',
      'Okafor residence',
    ])
      expect(pdf.text).toContain(part);
    const year = await get(statementPdf, { token: jane.token, query: '?date_from=2026-01-01&date_to=2026-12-31' });
    expect((await readPdf(year.bytes)).text).toContain('Posted');
    expect((await get(statementPdf, { token: jane.token, query: march })).bytes).toEqual(bytes);
    await owner.query("update users set locale = 'de' where id = $1", [admin.id]);
    const german = await readPdf(
      (await get(teamStatementPdf, { token: admin.token, query: march, params: { id: party } })).bytes,
    );
    for (const part of ['Kontoauszug', '1.234,50', 'Belastungen']) expect(german.text).toContain(part);
  });

  it('is refused for another client and for staff', async () => {
    const elsewhere = await createTestTenant(owner);
    const query = { query: march, params: { id: party } };
    expect((await get(teamStatementPdf, { token: elsewhere.admin.token, ...query })).response.status).toBe(404);
    expect((await get(teamStatementCsv, { token: elsewhere.admin.token, ...query })).response.status).toBe(404);
    expect((await get(teamStatementPdf, { token: staff.token, ...query })).response.status).toBe(403);
  });
});
