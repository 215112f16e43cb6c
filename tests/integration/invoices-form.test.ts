import { describe, expect, it, vi } from 'vitest';
import { changeInvoiceAction, createInvoiceAction } from '@/app/admin/invoices/actions';
import { ownerMark } from '@/lib/doors/owner';
import { idle } from '@/lib/forms/form-state';
import { ownerField, versionField } from '@/lib/forms/marks';
import { localeCookie } from '@/lib/i18n/locales';
import { testDatabase } from '@/tests/support/database/database';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { actorOf } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';

// The parts of Next that an action uses: the request's headers and cookies.
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '') ?? [];
      return value === undefined ? undefined : { value };
    },
  }),
}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { admin } = tenant;
const clientId = await tenant.addClient();
const api = invoicesOf(admin.token);

/** Sends a form of the German page; resolves to its state, or to the path that it leads to. */
async function send(action: typeof createInvoiceAction, fields: Record<string, string>) {
  const { cookie } = await signIn(owner, admin.email);
  const host = 'portal.example.com';
  request.headers = new Headers({
    ...{ host, origin: `https://${host}`, 'sec-fetch-site': 'same-origin' },
    cookie: `${cookie}; ${localeCookie}=de`,
  });
  const form = new FormData();
  form.set(ownerField, ownerMark(await actorOf(owner, admin.email)));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return action(idle, form).catch((error: { digest?: string }) => {
    const [, , path] = error.digest?.split(';') ?? [];
    if (path === undefined) throw error;
    return { status: 'left' as const, path };
  });
}

const row = (at: number, description: string, quantity: string, unitPrice: string, taxRate = '') => ({
  [`lines.${at}.description`]: description,
  [`lines.${at}.quantity`]: quantity,
  [`lines.${at}.unitPrice`]: unitPrice,
  [`lines.${at}.taxRate`]: taxRate,
});

describe('the form of a draft', () => {
  it('reads numbers as the page’s language writes them, and leaves out the empty rows at its end', async () => {
    const state = await send(createInvoiceAction, {
      ...{ clientId, pricesIncludeTax: 'false', discountPercent: '', notes: '' },
      ...{ ...row(0, 'Eiche', '2,5', '1.234,50', '8,875'), ...row(1, 'Nägel', '', '10'), ...row(2, '', '', '', '19') },
    });
    expect(state).toMatchObject({ status: 'left', path: expect.stringMatching(/^\/admin\/invoices\//) });
    const id = 'path' in state ? (state.path.split('/').at(-1) ?? '') : '';
    expect((await api.read(id)).body.data).toMatchObject({
      ...{ net: '3096.25', tax: '273.90', notes: null },
      lines: [
        { quantity: '2.5', unit_price: '1234.50', tax_rate: '8.875' },
        { quantity: '1', tax_rate: '0' },
      ],
    });
  });

  it('says at each row what is missing, and keeps what was typed', async () => {
    const state = await send(createInvoiceAction, {
      ...{ clientId, ...row(0, '', '', ''), ...row(1, 'Eiche', '0', ''), ...row(2, '', '1', '10') },
    });
    expect(state).toMatchObject({ status: 'failed', values: { 'lines.1.description': ['Eiche'] } });
    const fields = 'fields' in state ? Object.keys(state.fields) : [];
    expect(fields).toEqual(['lines.1.quantity']);
    const second = await send(createInvoiceAction, {
      ...{ clientId, ...row(0, '', '', ''), ...row(1, 'Eiche', '1', ''), ...row(2, '', '1', '10') },
    });
    expect('fields' in second && Object.keys(second.fields)).toEqual([
      ...['lines.0.description', 'lines.0.unitPrice', 'lines.1.unitPrice', 'lines.2.description'],
    ]);
  });

  it('without any line asks for the first', async () => {
    const state = await send(createInvoiceAction, { clientId, ...row(0, '', '', '', '19') });
    expect('fields' in state && Object.keys(state.fields)).toEqual(['lines.0.description']);
  });

  it('of a draft that someone changed meanwhile is refused with the newer version', async () => {
    const { body, headers } = await api.draft({ client_id: clientId, lines: [line()] });
    const { id, lines } = body.data;
    const version = (headers.get('etag') ?? (await api.read(id)).headers.get('etag') ?? '').replaceAll('"', '');
    await api.change(id, { notes: 'Anna' });
    const fields = { id, 'lines.0.id': lines[0].id, ...row(0, 'Eiche', '1', '10') };
    const refused = await send(changeInvoiceAction, { ...fields, [versionField]: version, notes: 'Ben' });
    expect(refused).toMatchObject({ status: 'failed', newer: expect.any(String) });
    const newer = 'newer' in refused ? (refused.newer ?? '') : '';
    expect(await send(changeInvoiceAction, { ...fields, [versionField]: newer, notes: 'Ben' })).toMatchObject({
      status: 'left',
    });
    expect((await api.read(id)).body.data).toMatchObject({
      notes: 'Ben',
      total: '10.00',
      lines: [{ id: lines[0].id }],
    });
  });
});
