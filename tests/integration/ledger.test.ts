import { describe, expect, it } from 'vitest';
import { GET as teamStatement } from '@/app/api/admin/clients/[id]/statement/route';
import { POST, GET as teamLedger } from '@/app/api/admin/ledger/route';
import { GET as ledger } from '@/app/api/client/ledger/route';
import { GET as statement } from '@/app/api/client/ledger/statement/route';
import { testDatabase } from '@/tests/support/database/database';
import { createInvoice, createLedgerEntry } from '@/tests/support/factories/money';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const { id: tenantId, admin, staff, addClient, addPerson } = await createTestTenant(owner);
const party = await addClient();
const jane = await addPerson('client', party);
const other = await addPerson('client', await addClient('Rao villa'));

const entry = { party_type: 'client', party_id: party, entry_on: '2026-03-10', description: 'Opening balance' };
const post = (body: object, token = admin.token, key?: string) =>
  call(POST, { token, body: { ...entry, ...body }, ...(key ? { headers: { 'idempotency-key': key } } : {}) });
const account = (query = '', token = jane.token) => call(ledger, { token, query });
const march = '?date_from=2026-03-01&date_to=2026-03-31';

const entries = [
  { entry_type: 'invoice', credit: '100.00', entry_on: '2026-03-01' },
  { entry_type: 'payment', debit: '150', entry_on: '2026-03-20' },
  { entry_type: 'refund', credit: '50', entry_on: '2026-04-02' },
  { entry_type: 'adjustment', debit: '7.5', credit: '0', entry_on: '2026-03-15' },
  { entry_type: 'adjustment', credit: '10.00', entry_on: '2026-02-28' },
];
const posted: Awaited<ReturnType<typeof post>>[] = [];
for (const body of entries) posted.push(await post(body));

describe('an entry by hand', () => {
  it('of every type is posted, numbered and recorded', async () => {
    expect(posted.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(posted.map(({ body }) => body.data.balance)).toEqual(['100.00', '-50.00', '0.00', '-7.50', '2.50']);
    expect(posted[1]?.body.data).toMatchObject({ debit: '150.00', credit: '0.00', invoice_id: null, currency: 'EUR' });
    const actions = await auditOf(owner, posted[0]?.body.data.id);
    expect(actions).toEqual([{ action: 'ledger.posted', actor_id: admin.id }]);
  });

  it('for a person goes to the account of their client', async () => {
    const { status, body } = await post({ entry_type: 'invoice', credit: '1', party_id: other.id });
    expect([status, body.data.party_id]).toEqual([
      201,
      (await owner.query('select client_id from users where id = $1', [other.id])).rows[0].client_id,
    ]);
  });

  it('sent twice with one key is one entry', async () => {
    const send = () => post({ entry_type: 'invoice', credit: '1', party_id: other.id }, admin.token, 'twice');
    const [one, two] = [await send(), await send()];
    expect(two.body.data.id).toBe(one.body.data.id);
  });

  it.each([
    ['no amount', { entry_type: 'invoice' }, 'credit'],
    ['nothing to pay', { entry_type: 'payment', debit: '0' }, 'debit'],
    ['an invoice as debit', { entry_type: 'invoice', debit: '1' }, 'debit'],
    ['a payment as credit', { entry_type: 'payment', credit: '1' }, 'credit'],
    ['both sides', { entry_type: 'adjustment', debit: '1', credit: '1' }, 'debit'],
    ['a negative amount', { entry_type: 'refund', credit: '-1' }, 'credit'],
    ['too many decimals', { entry_type: 'refund', credit: '1.001' }, 'credit'],
    ['an exponent', { entry_type: 'refund', credit: '1e3' }, 'credit'],
    ['a comma', { entry_type: 'refund', credit: '1,50' }, 'credit'],
    ['more than 10¹⁵ cents', { entry_type: 'refund', credit: '10000000000000.01' }, 'credit'],
    ['an unknown client', { entry_type: 'refund', credit: '1', party_id: tenantId }, 'party_id'],
    ['no date', { entry_type: 'refund', credit: '1', entry_on: '2026-02-30' }, 'entry_on'],
    ['a date outside reason', { entry_type: 'refund', credit: '1', entry_on: '1800-01-01' }, 'entry_on'],
    ['no words', { entry_type: 'refund', credit: '1', description: ' ' }, 'description'],
    ['another field', { entry_type: 'refund', credit: '1', balance: '1' }, 'balance'],
  ])('with %s is 422 on its field', async (_, body, field) => {
    const answer = await post(body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  });

  it('is for admins: staff and clients get 403', async () => {
    for (const { token } of [staff, jane])
      expect((await post({ entry_type: 'invoice', credit: '1' }, token)).status).toBe(403);
    expect((await call(teamLedger, { token: staff.token })).status).toBe(403);
  });
});

describe('the account', () => {
  it('shows the latest posting first, and its sums whatever is filtered', async () => {
    const { body } = await account('?entry_type=adjustment&date_from=2026-03-01');
    expect(body.data.map(({ debit }: { debit: string }) => debit)).toEqual(['7.50']);
    expect(body.totals).toEqual({ debits: '7.50', credits: '0.00', count: 1 });
    expect(body.summary).toMatchObject({ currency: 'EUR', debits: '157.50', credits: '160.00', balance_due: '2.50' });
    expect(body.summary.by_type.adjustment).toEqual({ debits: '7.50', credits: '10.00' });
  });

  it.each([
    '',
    '?entry_type=payment',
    '?date_to=2026-03-15',
    march,
    `${march}&entry_type=adjustment`,
    '?entry_type=refund&date_to=2026-01-01',
  ])('matches plain SQL for %s', async (query) => {
    const asked = new URLSearchParams(query);
    const { rows } = await owner.query(
      `select id, (sum(debit_minor) over ())::text as debits, (sum(credit_minor) over ())::text as credits from ledger_entries
         where party_id = $1 and ($2::text is null or entry_type::text = $2) and entry_on >= coalesce($3, '1900-01-01')::date
           and entry_on <= coalesce($4, '2199-01-01')::date order by posting_number desc`,
      [party, asked.get('entry_type'), asked.get('date_from'), asked.get('date_to')],
    );
    const { body } = await account(query);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(rows.map(({ id }) => id));
    const cents = (text: string) => text.replace('.', '').replace(/^0+(?=\d)/, '');
    expect([cents(body.totals.debits), cents(body.totals.credits)]).toEqual([
      rows[0]?.debits ?? '0',
      rows[0]?.credits ?? '0',
    ]);
  });

  it('comes in pages, each with the totals of all that matches', async () => {
    const first = await account('?limit=2');
    const second = await account(`?limit=2&cursor=${first.body.next_cursor}`);
    expect([...first.body.data, ...second.body.data].map(({ balance }) => balance)).toEqual([
      '2.50',
      '-7.50',
      '0.00',
      '-50.00',
    ]);
    expect(second.body.totals).toEqual(first.body.totals);
  });

  it('of another client stays hidden, and a span from after to is refused', async () => {
    expect(
      (await account('', other.token)).body.data.every(({ party_id }: { party_id: string }) => party_id !== party),
    ).toBe(true);
    expect((await account('?date_from=2026-03-02&date_to=2026-03-01')).status).toBe(422);
  });

  it('reads the same for admins, and all accounts together by currency', async () => {
    const one = await call(teamLedger, { token: admin.token, query: `?party_id=${party}` });
    expect(one.body.summary).toEqual((await account()).body.summary);
    const all = await call(teamLedger, { token: admin.token });
    expect([all.body.data.length, all.body.summary, all.body.totals[0].count]).toEqual([7, null, 7]);
  });
});

describe('a statement', () => {
  it('runs by date, and names what was posted after a later date', async () => {
    const { body } = await call(statement, { token: jane.token, query: march });
    expect(body.data).toMatchObject({
      opening_balance: '10.00',
      closing_balance: '-47.50',
      debits: '157.50',
      credits: '100.00',
    });
    expect(body.data.entries.map(({ balance }: { balance: string }) => balance)).toEqual([
      '110.00',
      '102.50',
      '-47.50',
    ]);
    expect(body.data.entries.map((one: { is_back_dated: boolean }) => one.is_back_dated)).toEqual([false, true, false]);
  });

  it('closes with the last running balance of the account', async () => {
    const query = '?date_from=2026-01-01&date_to=2026-12-31';
    const { body } = await call(teamStatement, { token: admin.token, query, params: { id: party } });
    expect(body.data.closing_balance).toBe((await account()).body.summary.balance_due);
    expect(body.data.entries.at(-1).balance).toBe(body.data.closing_balance);
  });

  it('needs a span that ends after it starts', async () => {
    for (const query of ['', '?date_from=2026-03-01', '?date_from=2026-03-02&date_to=2026-03-01'])
      expect((await call(statement, { token: jane.token, query })).status).toBe(422);
  });

  it('ages what is open on its last day by the days since it was due', async () => {
    const client = { tenantId, id: await addClient('Lima'), currency: 'EUR' };
    const lima = await addPerson('client', client.id);
    const dues = [
      '2026-05-31',
      '2026-05-30',
      '2026-05-01',
      '2026-04-30',
      '2026-04-01',
      '2026-03-31',
      '2026-03-02',
      '2026-03-01',
    ];
    for (const [index, dueOn] of dues.entries())
      await createInvoice(owner, client, {
        status: 'issued',
        issuedOn: '2026-01-01',
        dueOn,
        netMinor: 10n ** BigInt(index),
        totalMinor: 10n ** BigInt(index),
      });
    await createInvoice(owner, client, { status: 'issued', issuedOn: '2026-06-01', dueOn: '2026-06-01' });
    await createInvoice(owner, client);
    await createLedgerEntry(owner, client, admin, { creditMinor: 11_111_118n, entryOn: '2026-01-01' });
    const query = '?date_from=2026-05-01&date_to=2026-05-31';
    const { body } = await call(statement, { token: lima.token, query });
    expect(body.data.ageing).toEqual({
      current: '0.01',
      days_1_30: '1.10',
      days_31_60: '110.00',
      days_61_90: '11000.00',
      days_over_90: '100000.00',
      total: '111111.11',
    });
    expect(body.data.not_aged).toBe('0.07');
  });
});
