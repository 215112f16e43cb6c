import path from 'node:path';
import { NextRequest } from 'next/server';
import { afterEach, describe, expect, it } from 'vitest';
import { GET as readPdfRoute } from '@/app/api/admin/invoices/[id]/pdf/route';
import { testDatabase } from '@/tests/support/database/database';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { readPdf } from '@/tests/support/printed/read-pdf';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { token } = tenant.admin;
const api = invoicesOf(token);
const clientId = await tenant.addClient('王小明');
const plainId = await tenant.addClient();
const draft = (wishes: object) => api.drafted({ client_id: plainId, lines: [line()], ...wishes });

afterEach(() => {
  delete process.env.ORIEL_FONTS;
});

describe('letters that no font holds', () => {
  it.each([
    ['a line', { lines: [line(), line({ description: 'Bad 王' })] }, 'lines.1.description', /王/],
    ['the notes', { notes: 'Thank you 😀' }, 'notes', /😀/],
    ['the client', { client_id: clientId }, 'recipient', /王 小 明/],
  ])('in %s are refused on issue, named on their field', async (_, wishes, field, named) => {
    const id = await draft(wishes);
    const { status, body } = await api.issue(id);
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    expect(body.errors[field][0]).toMatch(named);
    expect((await api.read(id)).body.data).toMatchObject({ status: 'draft', number: null });
  });

  it('are printed with a font of the folder', async () => {
    process.env.ORIEL_FONTS = path.resolve('tests/support/printed/fonts');
    const id = await draft({ client_id: clientId });
    expect((await api.issue(id)).status).toBe(200);
    const headers = { authorization: `Bearer ${token}` };
    const request = new NextRequest('http://localhost:3000/api/test', { headers });
    const answer = await readPdfRoute(request, { params: Promise.resolve({ id }) });
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain('王小明');
  });

  it('are refused in the reason of a credit note, and not where the invoice has them', async () => {
    process.env.ORIEL_FONTS = path.resolve('tests/support/printed/fonts');
    const invoice = await api.issued({ client_id: clientId, lines: [line({ description: '王小明' })] });
    delete process.env.ORIEL_FONTS;
    const { POST } = await import('@/app/api/admin/credit-notes/route');
    const credit = (reason: string) => call(POST, { token, body: { invoice_id: invoice.id, reason } });
    const refused = await credit('王');
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['reason']]);
    expect((await credit('Too many')).status).toBe(201);
  });
});
