import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { file, header, moneyBusiness } from '@/tests/support/fixtures/imported-money';
import { csv } from '@/tests/support/fixtures/imports';
import { line } from '@/tests/support/fixtures/invoices';

const { owner } = await testDatabase();
await testStorage();

const business = () => moneyBusiness(owner);

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
