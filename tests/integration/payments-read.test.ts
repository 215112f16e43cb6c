import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';

const { owner } = await testDatabase();
const business = () => moneyBusiness(owner);

describe('payments', () => {
  it('are listed by client, date and reference, the latest first, page by page', async () => {
    const { paid, payments, addClient, pay, clientId } = await business();
    const first = await paid({ amount: '1', paid_on: '2026-11-01', reference: 'TRANSFER 1' });
    const second = await paid({ amount: '2', paid_on: '2026-11-02' });
    const other = await pay({ client_id: await addClient('Rao villa'), amount: '4', paid_on: '2026-11-03' });
    const of = async (query: string) => (await payments(query)).body.data.map(({ id }: { id: string }) => id);
    expect(await of('')).toEqual([other.body.data.id, second.id, first.id]);
    expect(await of(`?client_id=${clientId}`)).toEqual([second.id, first.id]);
    expect(await of('?search=fer%201')).toEqual([first.id]);
    expect(await of('?date_from=2026-11-02&date_to=2026-11-02')).toEqual([second.id]);
    const page = (await payments('?limit=2')).body;
    expect(page.totals).toEqual([{ count: 3, currency: 'EUR', amount: '7.00', unallocated: '7.00' }]);
    expect(await of(`?limit=2&cursor=${page.next_cursor}`)).toEqual([first.id]);
    expect((await payments('?date_from=2026-11-02&date_to=2026-11-01')).body.errors).toHaveProperty('date_to');
  });

  it('are for admins of the business alone', async () => {
    const { paid, staff, addPerson, clientId } = await business();
    const { id } = await paid({ amount: '1' });
    const foreign = await business();
    expect((await foreign.payment(id)).status).toBe(404);
    expect((await foreign.payments()).body.data).toEqual([]);
    for (const { token } of [staff, await addPerson('client', clientId)]) {
      const them = moneyOf(token);
      const body = { client_id: clientId, amount: '1' };
      const answers = [await them.payments(), await them.payment(id), await them.pay(body), await them.refunds()];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
  });
});
