import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { GET as teamPdf } from '@/app/api/admin/credit-notes/[id]/pdf/route';
import { GET as ownPdf } from '@/app/api/client/credit-notes/[id]/pdf/route';
import { testDatabase } from '@/tests/support/database/database';
import { line } from '@/tests/support/fixtures/invoices';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { download } from '@/tests/support/http/upload';
import { readPdf } from '@/tests/support/printed/read-pdf';

const { owner } = await testDatabase();
const business = () => moneyBusiness(owner);

describe('credit notes', () => {
  it('are listed with their sums, and read by their client alone', async () => {
    const { sold, credit, notes, note, addPerson, addClient, clientId, staff } = await business();
    const { id } = await sold();
    const { body } = await credit({ invoice_id: id, lines: [line({ unit_price: '30' })] });
    const noteId = body.data.id;
    const list = (await notes(`?invoice_id=${id}&search=cn-`)).body;
    expect(list.totals).toEqual([{ count: 1, currency: 'EUR', total: '30.00' }]);
    expect(list.data).toMatchObject([{ id: noteId, client_name: 'Okafor residence', total: '30.00' }]);
    expect((await notes(`?client_id=${uuid()}`)).body.data).toEqual([]);
    expect((await note(noteId)).body).toEqual(body);
    const mine = moneyOf((await addPerson('client', clientId)).token);
    expect((await mine.ownNote(noteId)).body.data.number).toBe(body.data.number);
    expect((await mine.ownNotes()).body.data).toHaveLength(1);
    expect((await mine.notes()).status).toBe(403);
    const neighbour = moneyOf((await addPerson('client', await addClient('Rao villa'))).token);
    expect((await neighbour.ownNote(noteId)).status).toBe(404);
    expect((await neighbour.ownNotes()).body.data).toEqual([]);
    expect((await (await business()).note(noteId)).status).toBe(404);
    expect((await moneyOf(staff.token).note(noteId)).status).toBe(403);
  });
});

describe('the PDF of a credit note', () => {
  it('has its figures, its invoice and its reason, for its client too', async () => {
    const { issued, credit, addPerson, addClient, clientId, admin } = await business();
    const { id, number } = await issued([line({ unit_price: '7612.50', tax_rate: '19' })]);
    const { data } = (await credit({ invoice_id: id, issued_on: '2026-11-10', reason: 'Delivered elsewhere' })).body;
    const jane = await addPerson('client', clientId);
    for (const [route, token] of [
      [ownPdf, jane.token],
      [teamPdf, admin.token],
    ] as const) {
      const answer = await download(route, { token, params: { id: data.id } });
      expect(answer.headers.get('content-disposition')).toContain('CN-2026-0001.pdf');
      const { text } = await readPdf(answer.bytes);
      for (const part of ['Credit note CN-2026-0001', number, 'Delivered elsewhere', '€1,446.38', '€9,058.88'])
        expect(text).toContain(part);
    }
    const neighbour = await addPerson('client', await addClient('Rao villa'));
    expect((await download(ownPdf, { token: neighbour.token, params: { id: data.id } })).status).toBe(404);
  });
});
