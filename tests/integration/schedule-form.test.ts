import { describe, expect, it, vi } from 'vitest';
import { invoiceInstalmentAction, setScheduleAction } from '@/app/admin/projects/[id]/schedule/actions';
import type { DoorAction } from '@/lib/doors/action';
import { ownerMark } from '@/lib/doors/owner';
import { idle } from '@/lib/forms/form-state';
import { ownerField, versionField } from '@/lib/forms/marks';
import { localeCookie } from '@/lib/i18n/locales';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { scheduleOf } from '@/tests/support/fixtures/schedules';
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

/** Sends a form of the German page; resolves to its state, or to the path that it leads to. */
async function send(action: DoorAction<unknown>, fields: Record<string, string>) {
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

/** A project worth 9,000.00 with a phase, and the calls of its schedule. */
async function project() {
  const id = await tenant.addProject(clientId);
  await owner.query('update projects set contract_value_minor = 900000 where id = $1', [id]);
  const phase = await createPhase(owner, { tenantId: tenant.id, clientId, id }, { name: 'Dach' });
  const api = scheduleOf(admin.token, id);
  const version = async () => ((await api.read()).headers.get('etag') ?? '').replaceAll('"', '');
  const save = async (fields: Record<string, string>) =>
    send(setScheduleAction, { id, [versionField]: await version(), ...fields });
  return { id, phase, api, save };
}

const row = (at: number, fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ phaseId: '', title: '', percent: '', amount: '', dueOn: '', ...fields }).map(([name, value]) => [
      `instalments.${at}.${name}`,
      value,
    ]),
  );

describe('the form of a payment schedule', () => {
  it('reads numbers as the page’s language writes them, and leaves out rows that only offer a phase', async () => {
    const { id, phase, api, save } = await project();
    const state = await save({
      ...row(0, { phaseId: phase.id }),
      ...row(1, { phaseId: phase.id, percent: '33,3333' }),
      ...row(2, { title: 'Anzahlung', amount: '1.234,50', dueOn: '2026-12-01' }),
      ...row(3, {}),
    });
    expect(state).toMatchObject({ status: 'left', path: `/admin/projects/${id}/invoices` });
    expect((await api.read()).body.data.instalments).toMatchObject([
      { title: 'Dach', percent: '33.3333', amount: '3000.00' },
      { title: 'Anzahlung', percent: null, amount: '1234.50', due_on: '2026-12-01' },
    ]);
  });

  it('says what is wrong at the row where it was typed', async () => {
    const { save } = await project();
    const state = await save({
      ...row(0, {}),
      ...row(1, { title: 'Anzahlung' }),
      ...row(2, {}),
      ...row(3, { percent: '5' }),
    });
    expect(state).toMatchObject({ status: 'failed', values: { 'instalments.1.title': ['Anzahlung'] } });
    expect('fields' in state && Object.keys(state.fields).toSorted()).toEqual([
      'instalments.1.percent',
      'instalments.3.title',
    ]);
  });

  it('removes a row that was emptied, and is refused after another change', async () => {
    const { id, api, save } = await project();
    await save({ ...row(0, { title: 'Eins', percent: '10' }), ...row(1, { title: 'Zwei', percent: '20' }) });
    const [one, two] = (await api.read()).body.data.instalments;
    const shown = (await api.read()).headers.get('etag')?.replaceAll('"', '') ?? '';
    const emptied = { 'instalments.0.id': one.id, 'instalments.1.id': two.id };
    const fields = { ...emptied, ...row(0, {}), ...row(1, { title: 'Zwei', percent: '20' }) };
    await api.set([
      { id: one.id, title: 'Eins', percent: '11' },
      { id: two.id, title: 'Zwei', percent: '20' },
    ]);
    expect(await send(setScheduleAction, { id, [versionField]: shown, ...fields })).toMatchObject({
      status: 'failed',
      newer: expect.any(String),
    });
    expect(await save(fields)).toMatchObject({ status: 'left' });
    expect((await api.read()).body.data.instalments).toMatchObject([{ id: two.id }]);
  });

  it('leads from an instalment to its draft', async () => {
    const { id, api } = await project();
    const { body } = await api.set([{ title: 'Anzahlung', percent: '10' }]);
    const instalmentId: string = body.data.instalments[0].id;
    const state = await send(invoiceInstalmentAction, { id, instalmentId });
    const { invoice_id: invoiceId } = (await api.read()).body.data.instalments[0];
    expect(state).toMatchObject({ status: 'left', path: `/admin/invoices/${invoiceId}/edit` });
    expect(await send(invoiceInstalmentAction, { id, instalmentId })).toMatchObject({ status: 'failed' });
  });
});
