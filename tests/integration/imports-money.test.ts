import { describe, expect, it } from 'vitest';
import { verifyLedgers } from '@/scripts/ledger/verify';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { csv, importsOf } from '@/tests/support/fixtures/imports';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
await testStorage();

async function business() {
  const tenant = await createTestTenant(owner);
  const clientId = await tenant.addClient('Okafor');
  const rowsOf = async (sql: string) => (await owner.query(sql, [tenant.id])).rows;
  const ledger = () =>
    rowsOf(`select entry_type, (credit_minor - debit_minor)::int as amount, balance_after_minor::int as balance, description
      from ledger_entries where tenant_id = $1 order by posting_number`);
  const holds = async () => {
    const lines: string[] = [];
    return [await verifyLedgers((text) => lines.push(text)), lines.join('\n')] as const;
  };
  return {
    ...tenant,
    clientId,
    api: importsOf(tenant.admin.token),
    invoices: invoicesOf(tenant.admin.token),
    rowsOf,
    ledger,
    holds,
  };
}

const header = [
  'Invoice number',
  'Client',
  'Date of issue',
  'Due date',
  'Description',
  'Quantity',
  'Unit price',
  'Tax rate',
];
const file = csv(
  header,
  ['R-7', 'Okafor', '2026-02-01', '2026-02-15', 'Roof', '2', '100.00', '23'],
  ['R-3', 'Okafor', '2026-01-01', '', 'Walls', '1', '50.00', '0'],
  ['R-7', '', '', '', 'Tiles', '1.5', '10.00', '6'],
);

describe('invoices', () => {
  it('keep their numbers, add up by rate as any invoice does, and are posted in the order of their dates', async () => {
    const { api, rowsOf, ledger, holds } = await business();
    expect(await api.written('invoices', file)).toMatchObject({ status: 'done', counts: { created: 2, same: 0 } });
    expect(
      await rowsOf(`select number, status, series, net_minor::int as net, tax_minor::int as tax, total_minor::int as total, issued_on::text, due_on::text,
        recipient ->> 'name' as recipient, issuer ->> 'name' as issuer from invoices where tenant_id = $1 order by number`),
    ).toEqual([
      {
        number: 'R-3',
        status: 'issued',
        series: null,
        net: 5000,
        tax: 0,
        total: 5000,
        issued_on: '2026-01-01',
        due_on: '2026-01-15',
        recipient: 'Okafor',
        issuer: 'Test business',
      },
      {
        number: 'R-7',
        status: 'issued',
        series: null,
        net: 21500,
        tax: 4690,
        total: 26190,
        issued_on: '2026-02-01',
        due_on: '2026-02-15',
        recipient: 'Okafor',
        issuer: 'Test business',
      },
    ]);
    expect(await ledger()).toMatchObject([
      { entry_type: 'invoice', amount: 5000, balance: 5000 },
      { entry_type: 'invoice', amount: 26190, balance: 31190 },
    ]);
    expect(await holds()).toMatchObject([0, expect.stringContaining('holds')]);
    expect(await api.checked('invoices', file)).toMatchObject({ counts: { created: 0, same: 2, problems: 0 } });
  });

  it('written with decimal commas and the day first are the same money on the same day', async () => {
    const { api, rowsOf } = await business();
    const german = 'Rechnungsnr;Kunde;Rechnungsdatum;Einzelpreis;MwSt\nR-1;Okafor;01.02.2026;1.234,50 €;23\n';
    expect(await api.written('invoices', german)).toMatchObject({ counts: { created: 1, problems: 0 } });
    expect(
      await rowsOf('select net_minor::int as net, issued_on::text as on from invoices where tenant_id = $1'),
    ).toEqual([{ net: 123450, on: '2026-02-01' }]);
  });

  it('tell nobody, and the portal numbers its own as before', async () => {
    const { api, invoices, clientId, rowsOf, holds, addPerson } = await business();
    await addPerson('client', clientId);
    await api.written('invoices', file);
    expect(await rowsOf('select id from notifications where tenant_id = $1')).toEqual([]);
    const own = await invoices.issued({ client_id: clientId, lines: [line()] }, { issued_on: '2026-03-01' });
    expect(own.number).toBe('2026-0001');
    expect((await holds())[0]).toBe(0);
  });

  it('whose numbers the portal would give again are told of, and numbers go on behind them where the settings say so', async () => {
    const { api } = await business();
    const row = ['2026-0002', 'Okafor', '2026-01-01', '', 'Walls', '1', '50.00', '0'];
    expect(await api.written('invoices', csv(header, row))).toMatchObject({
      status: 'done',
      fault: { kind: 'numbers', number: '2026-0002' },
    });
  });

  it.each([
    ['another client', ['R-1', 'Nobody', '2026-01-01', '', 'x', '1', '5', '0'], ['Client']],
    ['a date that does not exist', ['R-1', 'Okafor', '2026-02-31', '', 'x', '1', '5', '0'], ['Date of issue']],
    ['a due date before the issue', ['R-1', 'Okafor', '2026-02-01', '2026-01-01', 'x', '1', '5', '0'], ['Due date']],
    ['five decimals', ['R-1', 'Okafor', '2026-02-01', '', 'x', '1', '5.00001', '0'], ['Unit price']],
    ['a formula for a price', ['R-1', 'Okafor', '2026-02-01', '', '=1+1', '1', '=1+1', '0'], ['Unit price']],
    ['a rate above 100 %', ['R-1', 'Okafor', '2026-02-01', '', 'x', '1', '5', '230'], ['Tax rate']],
    ['a total below zero', ['R-1', 'Okafor', '2026-02-01', '', 'x', '-1', '5', '0'], [null]],
  ])('of %s are refused', async (_, row, columns) => {
    const { api } = await business();
    const { id, counts } = await api.checked('invoices', csv(header, row));
    expect(counts).toMatchObject({ created: 0, problems: columns.length });
    expect((await api.problems(id)).map(({ column }) => column)).toEqual(columns);
  });

  it('that exist with other values, and rows that contradict the first of their invoice, are refused', async () => {
    const { api } = await business();
    await api.written('invoices', file);
    const other = await api.checked(
      'invoices',
      csv(header, ['R-3', 'Okafor', '2026-01-01', '', 'Walls', '1', '51.00', '0']),
    );
    expect((await api.problems(other.id)).map(({ column }) => column)).toEqual(['Invoice number']);
    const differing = csv(
      header,
      ['R-9', 'Okafor', '2026-01-01', '', 'x', '1', '5', '0'],
      ['R-9', 'Okafor', '2026-01-02', '', 'y', '1', '5', '0'],
    );
    const { id } = await api.checked('invoices', differing);
    expect(await api.problems(id)).toMatchObject([{ line: 3, column: 'Date of issue' }]);
  });

  it('are void after an undo, the account is at zero, the ledger holds, and a corrected file comes in under the same numbers', async () => {
    const { api, ledger, rowsOf, holds } = await business();
    const { id } = await api.written('invoices', file);
    expect(await api.takenBack(id)).toMatchObject({ status: 'undone' });
    expect((await rowsOf('select status from invoices where tenant_id = $1')).map(({ status }) => status)).toEqual([
      'void',
      'void',
    ]);
    expect((await ledger()).at(-1)).toMatchObject({ balance: 0 });
    expect(await api.written('invoices', file)).toMatchObject({ counts: { created: 2 } });
    expect((await holds())[0]).toBe(0);
  });
});

const paid = ['External id', 'Invoice', 'Amount', 'Date of payment', 'Client', 'Method'];

describe('payments', () => {
  it('settle the invoices that they name, what is more stays as credit, and a second run changes nothing', async () => {
    const { api, rowsOf, holds } = await business();
    await api.written('invoices', file);
    const payments = csv(
      paid,
      ['1', 'R-3', '30.00', '2026-02-02', '', 'cash'],
      ['2', 'R-3', '30.00', '2026-02-03', '', ''],
      ['3', '', '5.00', '2026-02-03', 'Okafor', ''],
    );
    expect(await api.written('payments', payments)).toMatchObject({ counts: { created: 3 } });
    expect(
      await rowsOf(
        "select paid_minor::int as paid, open_minor::int as open from invoices where tenant_id = $1 and number = 'R-3'",
      ),
    ).toEqual([{ paid: 5000, open: 0 }]);
    expect(
      await rowsOf('select unallocated_minor::int as free, method from payments where tenant_id = $1 order by id'),
    ).toEqual([
      { free: 0, method: 'cash' },
      { free: 1000, method: 'bank_transfer' },
      { free: 500, method: 'bank_transfer' },
    ]);
    expect(await api.checked('payments', payments)).toMatchObject({ counts: { created: 0, same: 3, problems: 0 } });
    expect((await holds())[0]).toBe(0);
  });

  it('stand against the undo of their invoices, and are refunded by their own', async () => {
    const { api, ledger, rowsOf, holds } = await business();
    const invoices = await api.written('invoices', file);
    const { id } = await api.written('payments', csv(paid, ['1', 'R-3', '50.00', '2026-02-02', '', '']));
    expect(await api.takenBack(invoices.id)).toMatchObject({
      status: 'done',
      fault: { kind: 'inUse', uses: [{ what: 'payments', count: 1 }] },
    });
    expect(await api.takenBack(id)).toMatchObject({ status: 'undone' });
    expect(await rowsOf('select paid_minor::int as paid from invoices where tenant_id = $1 order by number')).toEqual([
      { paid: 0 },
      { paid: 0 },
    ]);
    expect(await api.takenBack(invoices.id)).toMatchObject({ status: 'undone' });
    expect((await ledger()).at(-1)).toMatchObject({ balance: 0 });
    expect((await holds())[0]).toBe(0);
  });

  it('without an id are known by their content, two of one content as two', async () => {
    const { api } = await business();
    const twice = csv(
      ['Client', 'Amount', 'Date of payment'],
      ['Okafor', '5.00', '2026-02-03'],
      ['Okafor', '5.00', '2026-02-03'],
    );
    expect(await api.written('payments', twice)).toMatchObject({ counts: { created: 2 } });
    expect(await api.checked('payments', twice)).toMatchObject({ counts: { created: 0, same: 2 } });
  });

  it.each([
    [['1', 'R-99', '5.00', '2026-02-03', '', ''], 'Invoice'],
    [['1', '', '5.00', '2026-02-03', '', ''], 'Client'],
    [['1', '', '-5.00', '2026-02-03', 'Okafor', ''], 'Amount'],
    [['1', '', '5.005', '2026-02-03', 'Okafor', ''], 'Amount'],
    [['1', '', '5.00', '1926-02-03', 'Okafor', ''], 'Date of payment'],
    [['1', '', '5.00', '2026-02-03', 'Okafor', 'shells'], 'Method'],
  ])('%j are refused on %s', async (row, column) => {
    const { api } = await business();
    const { id } = await api.checked('payments', csv(paid, row));
    expect((await api.problems(id)).map((one) => one.column)).toEqual([column]);
  });
});

describe('opening balances', () => {
  it('are one adjustment per account, owed or in credit, and get their opposites when taken back', async () => {
    const { api, addClient, ledger, holds, rowsOf } = await business();
    await addClient('Rao');
    const balances = csv(
      ['Client', 'Amount', 'Date of balance'],
      ['Okafor', '1250.00', '2026-01-01'],
      ['Rao', '-20.00', '2026-01-01'],
    );
    const { id, counts } = await api.written('openings', balances);
    expect(counts).toMatchObject({ created: 2 });
    expect((await ledger()).map(({ amount, description }) => [amount, description])).toEqual(
      expect.arrayContaining([
        [125000, 'Opening balance'],
        [-2000, 'Opening balance'],
      ]),
    );
    expect(await api.checked('openings', balances)).toMatchObject({ counts: { created: 0, same: 2 } });
    expect(await api.takenBack(id)).toMatchObject({ status: 'undone' });
    expect(
      await rowsOf(
        'select party_id from ledger_entries where tenant_id = $1 group by party_id having sum(credit_minor - debit_minor) <> 0',
      ),
    ).toEqual([]);
    expect(await ledger()).toHaveLength(4);
    expect((await holds())[0]).toBe(0);
  });

  it('two for one account, or another one later, are refused', async () => {
    const { api } = await business();
    const columns = ['Client', 'Amount', 'Date of balance'];
    const { id } = await api.checked(
      'openings',
      csv(columns, ['Okafor', '1.00', '2026-01-01'], ['Okafor', '2.00', '2026-01-01']),
    );
    expect(await api.problems(id)).toMatchObject([{ line: 3, column: 'Client' }]);
    await api.written('openings', csv(columns, ['Okafor', '1.00', '2026-01-01']));
    const later = await api.checked('openings', csv(columns, ['Okafor', '2.00', '2026-01-01']));
    expect(await api.problems(later.id)).toMatchObject([{ line: 2, column: 'Amount' }]);
  });
});
