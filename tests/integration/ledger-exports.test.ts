import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { GET as invoicesCsv } from '@/app/api/admin/invoices/csv/route';
import { GET as teamLedgerRoute } from '@/app/api/admin/ledger/route';
import { GET as ownLedgerCsv } from '@/app/api/client/ledger/csv/route';
import { GET as statementCsv } from '@/app/api/client/ledger/statement/csv/route';
import { GET as statementPdf } from '@/app/api/client/ledger/statement/pdf/route';
import { GET as readStatement } from '@/app/api/client/ledger/statement/route';
import { addDays, today as todayIn } from '@/lib/dates';
import type { RouteHandler } from '@/lib/doors/facts';
import { withOwnCursor } from '@/lib/ledger/schemas';
import { testDatabase } from '@/tests/support/database/database';
import { moneyBusiness } from '@/tests/support/fixtures/payments';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';
import { sourceFiles } from '@/tests/support/source/files';

const { owner } = await testDatabase();
const march = '?date_from=2026-03-01&date_to=2026-03-31';

async function business() {
  const made = await moneyBusiness(owner);
  return { ...made, jane: await made.addPerson('client', made.clientId) };
}

describe('an export', () => {
  const get = (handler: RouteHandler, token: string, query = '', method = 'GET') =>
    handler(
      new NextRequest(`http://localhost:3000/api/test${query}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      }),
      {},
    );

  it('is recorded with who took it and what it is; a refusal and a question for its head are none', async () => {
    const { id, admin, staff, jane } = await business();
    await (await get(invoicesCsv, admin.token)).text();
    await (await get(ownLedgerCsv, jane.token)).text();
    await (await get(statementCsv, jane.token, march)).text();
    await get(invoicesCsv, admin.token, '', 'HEAD');
    expect((await get(invoicesCsv, staff.token)).status).toBe(403);
    expect((await get(ownLedgerCsv, jane.token, '?date_from=2026-03-02&date_to=2026-03-01')).status).toBe(422);
    const { rows } = await owner.query(
      `select actor_id, record_id, detail from audit_entries where action = 'list.exported' and tenant_id = $1 order by created_at`,
      [id],
    );
    expect(rows).toEqual([
      { actor_id: admin.id, record_id: id, detail: { list: 'invoices', fileName: 'invoices' } },
      { actor_id: jane.id, record_id: id, detail: { list: 'ledger', fileName: expect.any(String) } },
      { actor_id: jane.id, record_id: id, detail: { list: 'statement', fileName: 'statement-2026-03-01-2026-03-31' } },
    ]);
  });

  it('leaves by the door that records it, whatever list it is of', () => {
    const csv = sourceFiles().filter(({ path }) => /^app\/.*\/csv\/route\.ts$/.test(path));
    expect(csv.length).toBeGreaterThan(8);
    expect(csv.filter(({ text }) => !text.includes('defineCsvRoute(')).map(({ path }) => path)).toEqual([]);
  });
});

describe('a cursor of another order', () => {
  it('is refused by the ledger of one client, and its page shows the first page instead', async () => {
    const { admin, sold, clientId: partyId } = await business();
    for (const _ of [1, 2, 3]) await sold();
    const list = (query: string) => call(teamLedgerRoute, { token: admin.token, query });
    const cursor: string = (await list('?limit=1')).body.next_cursor;
    const own: string = (await list(`?limit=1&party_id=${partyId}`)).body.next_cursor;
    const refused = await list(`?party_id=${partyId}&cursor=${cursor}`);
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['cursor']]);
    expect(withOwnCursor({ partyId, cursor })).toEqual({ partyId, cursor: undefined });
    expect(withOwnCursor({ cursor: own })).toEqual({ cursor: undefined });
    expect(withOwnCursor({ partyId, cursor: own })).toEqual({ partyId, cursor: own });
    expect(withOwnCursor({ cursor })).toEqual({ cursor });
  });
});

describe('a statement', () => {
  it('ages an invoice as open after a payment of a later day was released', async () => {
    const { sold, paid, release, jane } = await business();
    const invoice = await sold();
    const now = todayIn('UTC');
    const later = addDays(now, 10);
    const allocations = [{ invoice_id: invoice.id, amount: '100.00' }];
    const { id } = await paid({ amount: '100.00', paid_on: later, allocations });
    const openOn = async (on: string) => {
      const query = `?date_from=2026-01-01&date_to=${on}`;
      const { ageing } = (await call(readStatement, { token: jane.token, query })).body.data;
      return Number(ageing.total);
    };
    const days = [addDays(now, -1), now, addDays(later, -1), later, addDays(later, 1)];
    const open = () => Promise.all(days.filter((on) => on >= invoice.issued_on).map(openOn));
    expect(await open()).toEqual([100, 100, 100, 0, 0]);
    expect((await release(id, { invoice_id: invoice.id })).status).toBe(200);
    expect(await open()).toEqual([100, 100, 100, 100, 100]);
  });

  it('on paper is read and kept while nothing can be posted to its account', async () => {
    const { clientId, jane, sold } = await business();
    await sold();
    const other = await owner.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [
      clientId,
    ]);
    expect(other.rows).toEqual([{ held: true }]);
    const printing = download(statementPdf, { token: jane.token, query: march });
    const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted`;
    await expect.poll(async () => (await owner.query(waiting)).rowCount).toBe(1);
    await owner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [clientId]);
    expect((await printing).status).toBe(200);
  });
});
