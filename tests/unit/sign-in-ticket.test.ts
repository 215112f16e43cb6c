import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { openTicket, sealTicket, ticketCookieName } from '@/lib/auth/sign-in-ticket';
import { testSecret } from '@/tests/support/database/global-setup';

vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');

const accounts = [
  { id: '0192f1c0-0000-7000-8000-000000000001', stamp: '1 never' },
  { id: '0192f1c0-0000-7000-8000-000000000002', stamp: '2 3' },
];

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('a ticket', () => {
  it('holds the accounts, and shows none of them', async () => {
    const ticket = await sealTicket(accounts);
    expect(await openTicket(ticket)).toEqual(accounts);
    const shown = ticket.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const { id } of accounts) expect([ticket, ...shown].join(' ')).not.toContain(id);
  });

  it('ends after five minutes', async () => {
    const ticket = await sealTicket(accounts);
    vi.setSystemTime(Date.now() + 299_000);
    expect(await openTicket(ticket)).toEqual(accounts);
    vi.setSystemTime(Date.now() + 2_000);
    expect(await openTicket(ticket)).toBeNull();
  });

  it('that is missing, malformed or changed is none', async () => {
    const [head, , iv, text, tag] = (await sealTicket(accounts)).split('.');
    const other = (await sealTicket(accounts)).split('.');
    for (const value of [undefined, '', 'a.b.c.d.e', `${head}..${iv}.${other[3]}.${tag}`, `${head}..${iv}.${text}.AA`])
      expect(await openTicket(value)).toBeNull();
  });

  it('is no chunk of the session cookie', () => {
    expect(ticketCookieName().startsWith(sessionCookieName())).toBe(false);
  });
});
