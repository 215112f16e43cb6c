import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { write } from '@/lib/authz/scope';
import { moveDocument } from '@/lib/documents/transitions/commands';
import { addressOf, type PortalPage, portalPages } from '@/tests/support/browser/portal-pages';
import { seededDatabase } from '@/tests/support/database/database';
import { adminActor } from '@/tests/support/identity/actors';
import { guestAccount, openedGuestPass } from '@/tests/support/identity/guest';
import { signIn } from '@/tests/support/identity/sign-in';
import { renderPage } from '@/tests/support/pages/render';
import { statementsOf } from '@/tests/support/pages/request';

vi.mock('react', async (original) => {
  const { cache } = await import('@/tests/support/pages/request');
  return { ...(await original<typeof import('react')>()), cache };
});
vi.mock('next/headers', async () => (await import('@/tests/support/pages/request')).nextHeaders);
// What a page leaves for after its answer is not read for it.
vi.mock('next/server', async (original) => ({
  ...(await original<typeof import('next/server')>()),
  after: () => undefined,
}));
vi.mock('next-intl/server', async () => (await import('@/tests/support/pages/request')).nextIntl);

const { owner } = await seededDatabase();

/** Statements that a page may send in its one read. */
const most = 5;

/** The transactions of a page and its title: the role of each, and the statements after the one that takes it. */
async function transactionsOf(page: PortalPage): Promise<{ role: string; statements: string[] }[]> {
  const address = await addressOf(page, owner);
  const cookieOf = (account: string) => (account === guestAccount ? openedGuestPass(owner) : signIn(owner, account));
  const cookie = page.account ? (await cookieOf(page.account)).cookie : null;
  const sent = await statementsOf(pg.Client, owner, () => renderPage(page, address, cookie));
  const transactions: { role: string; statements: string[] }[] = [];
  for (const { text } of sent) {
    const [, role] = /set_config\('role', '(\w+)', true\)/.exec(text) ?? [];
    if (role) transactions.push({ role, statements: [] });
    else if (!/^(commit|rollback)$/.test(text)) transactions.at(-1)?.statements.push(text);
  }
  return transactions;
}

describe('a page and its title together', () => {
  const pages = portalPages();

  it('are found', () => expect(pages.length).toBeGreaterThan(40));

  it.each(pages)('$pattern', async (page) => {
    const transactions = await transactionsOf(page);
    const reads = transactions.filter(({ role }) => role !== 'oriel_login');
    expect(reads.length).toBeLessThanOrEqual(1);
    expect(transactions.length - reads.length).toBeLessThanOrEqual(1);
    const count = reads[0]?.statements.length ?? 0;
    expect(count, reads[0]?.statements.join('\n')).toBeLessThanOrEqual(most);
  });
});

it('a publication reads the document once, under its lock', async () => {
  const { rows } = await owner.query<{ id: string }>(`select id from documents where status = 'approved' limit 1`);
  const id = rows[0]?.id ?? '';
  const actor = await adminActor(owner, 'admin@harborpine.example');
  const sent = await statementsOf(pg.Client, owner, () =>
    write(actor, (db) => moveDocument(db, { id, to: 'published' }, actor)),
  );
  const texts = sent.map(({ text }) => text.toLowerCase());
  const reads = texts.filter((text) =>
    /^select .* from ("public"\.)?"?documents"? (as "t0" )?(left join|where)/.test(text),
  );
  expect(reads).toEqual([expect.stringContaining('for no key update'), expect.stringContaining('"status"')]);
  // Begin with the role, lock, the document with its relations, the change, the step, the event, its notifications, commit.
  expect(texts.length).toBe(8);
  expect(await statusOf(id)).toBe('published');
});

async function statusOf(id: string): Promise<string> {
  const { rows } = await owner.query<{ status: string }>('select status from documents where id = $1', [id]);
  return rows[0]?.status ?? '';
}
