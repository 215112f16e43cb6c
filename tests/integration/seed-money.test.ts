import { describe, expect, test } from 'vitest';
import { invoiceTotals, lineAmount, noDiscount } from '@/lib/invoices/rule';
import { verifyLedgers } from '@/scripts/ledger/verify';
import { seededDatabase } from '@/tests/support/database/database';

const { owner } = await seededDatabase();

async function rows<T>(sql: string): Promise<T[]> {
  return (await owner.query(sql)).rows;
}

/** The rows of a query for inconsistencies; a correct seed has none. */
async function wrong(sql: string): Promise<unknown[]> {
  return rows(sql);
}

describe('invoices', () => {
  test('are paid, partly paid, unpaid, overdue, draft and void in both businesses', async () => {
    const states = await rows<{ slug: string; states: string[] }>(`
      with today as (select id, slug, (now() at time zone time_zone)::date as today from tenants)
      select slug, array_agg(distinct state order by state) as states from (
        select slug, unnest(array[
          case when status = 'draft' then 'draft' when status = 'void' then 'void' when paid_minor = total_minor then 'paid'
            when paid_minor > 0 then 'partly paid' else 'unpaid' end,
          case when status = 'issued' and paid_minor < total_minor and due_on < today then 'overdue' end]) as state
        from invoices join today on today.id = tenant_id) as found
      where state is not null group by slug order by slug`);
    const every = ['draft', 'overdue', 'paid', 'partly paid', 'unpaid', 'void'];
    expect(states).toEqual([
      { slug: 'harbor-pine', states: every },
      { slug: 'kestrel', states: every },
    ]);
  });

  test('of both kinds of lateness: nothing paid yet, and a part', async () => {
    const late = `select distinct paid_minor > 0 as part from invoices where status = 'issued' and paid_minor < total_minor
      and due_on < current_date and tenant_id = (select id from tenants where slug = 'harbor-pine') order by 1`;
    expect(await rows(late)).toEqual([{ part: false }, { part: true }]);
  });

  test('are numbered without a gap, each year anew, in the order they were issued', async () => {
    const numbering = `select number, sequence, row_number() over (partition by i.tenant_id, series order by e.created_at) as expected
      from invoices i join ledger_entries e on e.invoice_id = i.id and e.entry_type = 'invoice'`;
    expect(await wrong(`select * from (${numbering}) as numbered where sequence <> expected`)).toEqual([]);
    const form = `select number from invoices where number <> to_char(issued_on, 'YYYY-') || lpad(sequence::text, 4, '0')`;
    expect(await wrong(form)).toEqual([]);
    expect(await wrong(`select id from invoices where status <> 'draft' and number is null`)).toEqual([]);
  });

  test('add up: each line, the tax per rate, and all of it', async () => {
    type Line = { invoice: string; quantity: string; price: string; rate: number; net: string };
    const lines =
      await rows<Line>(`select invoice_id as invoice, quantity_thousandth as quantity, unit_price_ten_thousandth as price,
      tax_rate as rate, amount_minor as net from invoice_lines`);
    const invoices = await rows<{ id: string; currency: string; net: string; tax: string; total: string }>(
      'select id, currency, net_minor as net, tax_minor as tax, total_minor as total from invoices',
    );
    expect(invoices.length).toBeGreaterThan(20);
    for (const { id, currency, net, tax, total } of invoices) {
      const own = lines.filter(({ invoice }) => invoice === id);
      const priced = own.map(({ quantity, price, rate }) => ({
        quantityThousandth: BigInt(quantity),
        unitPriceTenThousandth: BigInt(price),
        taxRate: rate,
        ...noDiscount,
      }));
      expect(own.map((line) => BigInt(line.net))).toEqual(priced.map((line) => lineAmount(line, currency)));
      const totals = invoiceTotals(priced, { currency, pricesIncludeTax: false, ...noDiscount });
      expect([net, tax, total].map(BigInt)).toEqual([totals.netMinor, totals.taxMinor, totals.totalMinor]);
      expect(own.reduce((sum, line) => sum + BigInt(line.net), 0n) + BigInt(tax)).toBe(BigInt(total));
    }
  });

  test('have several tax rates, also on one and the same', async () => {
    const rates = await rows('select distinct tax_rate as rate from invoice_lines order by 1');
    expect(rates).toEqual([{ rate: 0 }, { rate: 60_000 }, { rate: 80_000 }, { rate: 230_000 }]);
    const mixed = 'select 1 from invoice_lines group by invoice_id having count(distinct tax_rate) > 1';
    expect((await rows(mixed)).length).toBeGreaterThan(3);
  });

  test('are credited, paid together with another one, and reported as paid by their client', async () => {
    expect(
      await rows(`select n.number, i.open_minor > 0 as open from credit_notes n join invoices i on i.id = n.invoice_id
        where n.total_minor = i.credited_minor`),
    ).toEqual([{ number: 'CN-2026-0001', open: true }]);
    const together =
      'select payment_id from payment_allocations group by payment_id having count(distinct invoice_id) > 1';
    expect(await rows(together)).toHaveLength(1);
    expect(
      await rows(`select p.status, i.status as invoice, i.open_minor > 0 as open from payment_claims p
        join invoices i on i.id = p.invoice_id order by 1`),
    ).toEqual([
      { status: 'claimed', invoice: 'issued', open: true },
      { status: 'declined', invoice: 'issued', open: true },
    ]);
  });

  test('are settled by their payments and nothing else', async () => {
    expect(
      await wrong(`select i.id from invoices i where paid_minor <>
        (select coalesce(sum(amount_minor), 0) from payment_allocations a where a.invoice_id = i.id)`),
    ).toEqual([]);
  });
});

describe('the ledger', () => {
  test('has every type of entry, and adjustments on both sides, for both businesses', async () => {
    const kinds = await rows<{ kinds: string[] }>(`
      select array_agg(distinct concat(entry_type, case when entry_type = 'adjustment'
        then case when debit_minor > 0 then ' down' else ' up' end end)) as kinds
      from ledger_entries group by tenant_id`);
    const every = ['adjustment down', 'adjustment up', 'invoice', 'payment', 'refund'];
    expect(kinds.map(({ kinds }) => [...kinds].sort())).toEqual([every, every]);
  });

  test('equals invoices minus payments minus corrections, for every client', async () => {
    const accounts = await rows<
      Record<'name' | 'ledger' | 'billed' | 'paid' | 'refunded' | 'credited' | 'adjusted', string>
    >(`
      select name,
        (select sum(credit_minor - debit_minor) from ledger_entries where party_id = c.id) as ledger,
        (select sum(total_minor) from invoices where client_id = c.id and status = 'issued') as billed,
        (select sum(amount_minor) from payments where client_id = c.id) as paid,
        (select coalesce(sum(amount_minor), 0) from refunds where client_id = c.id) as refunded,
        (select coalesce(sum(total_minor), 0) from credit_notes where client_id = c.id) as credited,
        (select coalesce(sum(credit_minor - debit_minor), 0) from ledger_entries
          where party_id = c.id and entry_type = 'adjustment' and invoice_id is null) as adjusted
      from clients c`);
    expect(accounts).toHaveLength(3);
    for (const { name, ledger, billed, paid, refunded, credited, adjusted } of accounts)
      expect(BigInt(ledger), name).toBe(
        BigInt(billed) - BigInt(credited) - BigInt(paid) + BigInt(refunded) + BigInt(adjusted),
      );
  });

  test('has one entry per issued invoice and payment, and a reversing one per void invoice', async () => {
    expect(
      await wrong(`select i.id from invoices i where status <> 'draft' and total_minor is distinct from
        (select sum(credit_minor) from ledger_entries e where e.invoice_id = i.id and entry_type = 'invoice')`),
    ).toEqual([]);
    expect(
      await wrong(`select i.id from invoices i where status = 'void' and 0 <>
        (select sum(credit_minor - debit_minor) from ledger_entries e where e.invoice_id = i.id)`),
    ).toEqual([]);
    expect(
      await wrong(`select p.id from payments p where amount_minor is distinct from
        (select sum(debit_minor) from ledger_entries e where e.payment_id = p.id)`),
    ).toEqual([]);
    const refunded = `select e.id from ledger_entries e left join refunds r on r.id = e.refund_id and r.payment_id = e.payment_id
      where entry_type = 'refund' and r.amount_minor is distinct from e.credit_minor`;
    expect(await wrong(refunded)).toEqual([]);
  });

  test('was posted in the order of its dates, and carries its balance on', async () => {
    const order = `select entry_on < lag(entry_on) over account as back, balance_after_minor as balance,
      sum(credit_minor - debit_minor) over account as expected
      from ledger_entries window account as (partition by party_id order by posting_number)`;
    expect(await wrong(`select * from (${order}) as posted where back or balance <> expected`)).toEqual([]);
  });

  test('is kept in the currency of the business', async () => {
    const own = 'select distinct slug, e.currency from ledger_entries e join tenants t on t.id = tenant_id order by 1';
    expect(await rows(own)).toEqual([
      { slug: 'harbor-pine', currency: 'EUR' },
      { slug: 'kestrel', currency: 'USD' },
    ]);
  });
});

test('the ledger of the demo is proven as verify-ledger does it', async () => {
  const lines: string[] = [];
  expect(await verifyLedgers((line) => lines.push(line))).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^The ledger holds: \d+ entries of 3 accounts in 2 businesses\.$/)]);
});
