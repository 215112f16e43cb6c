import { expect, it, vi } from 'vitest';
import { postEntryAction } from '@/app/admin/ledger/actions';
import { recordPaymentAction } from '@/app/admin/payments/actions';
import { onceMark } from '@/lib/doors/once-mark';
import { ownerMark } from '@/lib/doors/owner';
import { type FormAction, idle } from '@/lib/forms/form-state';
import { onceField, ownerField } from '@/lib/forms/marks';
import { testDatabase } from '@/tests/support/database/database';
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
const { admin, addClient } = await createTestTenant(owner);
const host = 'portal.example.com';
const { cookie } = await signIn(owner, admin.email);
request.headers = new Headers({ host, origin: `https://${host}`, 'sec-fetch-site': 'same-origin', cookie });
const mark = ownerMark(await actorOf(owner, admin.email));

/** Sends a form; resolves to its state, or to the path that it leads to. */
async function send(action: FormAction<never>, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ [ownerField]: mark, ...fields })) form.set(name, value);
  return action(idle, form).catch((error: { digest?: string }) => {
    const [, , path] = error.digest?.split(';') ?? [];
    if (path === undefined) throw error;
    return { status: 'left' as const, path };
  });
}

const countOf = async (table: 'payments' | 'ledger_entries', column: 'client_id' | 'party_id', client: string) =>
  (await owner.query(`select 1 from ${table} where ${column} = $1`, [client])).rowCount;

it('a payment is recorded once, however often its form is sent and at once, and every answer leads to it', async () => {
  const clientId = await addClient();
  const form = { clientId, amount: '50.00', paidOn: '2026-11-20', method: 'bank_transfer', ...onceMark() };
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(recordPaymentAction, form)));
  answers.push(await send(recordPaymentAction, form));
  expect(new Set(answers.map((answer) => 'path' in answer && answer.path)).size).toBe(1);
  expect(answers[0]).toMatchObject({ path: expect.stringMatching(/^\/admin\/payments\/[0-9a-f-]{36}$/) });
  expect(await countOf('payments', 'client_id', clientId)).toBe(1);
  // Opened anew it is another form.
  await send(recordPaymentAction, { ...form, ...onceMark() });
  expect(await countOf('payments', 'client_id', clientId)).toBe(2);
});

it('a refused form may be mended and sent again; one that took effect and was changed is refused in words', async () => {
  const partyId = await addClient('Rao villa');
  const key = { [onceField]: onceMark()[onceField] };
  const form = {
    partyId,
    kind: 'charge',
    amount: '0',
    entryOn: '2026-11-20',
    description: 'Opening',
  };
  expect(await send(postEntryAction, { ...form, ...key })).toMatchObject({ status: 'failed' });
  expect(await send(postEntryAction, { ...form, ...key, amount: '7' })).toMatchObject({ status: 'left' });
  expect(await send(postEntryAction, { ...form, ...key, amount: '8' })).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(/sent already/),
  });
  expect(await countOf('ledger_entries', 'party_id', partyId)).toBe(1);
});
