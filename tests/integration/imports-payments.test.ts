import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { file, moneyBusiness } from '@/tests/support/fixtures/imported-money';
import { csv } from '@/tests/support/fixtures/imports';

const { owner } = await testDatabase();
await testStorage();

const business = () => moneyBusiness(owner);

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
