import { expect, it, vi } from 'vitest';
import CreditNote from '@/app/client/credit-notes/[id]/page';
import Document from '@/app/client/documents/[id]/page';
import Invoice from '@/app/client/invoices/[id]/page';
import Project from '@/app/client/projects/[id]/page';
import Ticket from '@/app/client/support/[id]/page';
import { read } from '@/lib/authz/scope';
import { explain } from '@/lib/explain/team-queries';
import { seededDatabase } from '@/tests/support/database/database';
import { adminActor } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';
import { beginRequest } from '@/tests/support/pages/request';

vi.mock('react', async (original) => {
  const { cache } = await import('@/tests/support/pages/request');
  return { ...(await original<typeof import('react')>()), cache };
});
vi.mock('next/headers', async () => (await import('@/tests/support/pages/request')).nextHeaders);
vi.mock('next-intl/server', async () => (await import('@/tests/support/pages/request')).nextIntl);

const { owner } = await seededDatabase();

type Page = (props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<unknown>;

/** Whether a page shows a record to the person whose cookie it is, or the page that there is none. */
async function shows(page: Page, id: string, cookie: string): Promise<boolean> {
  beginRequest({ cookie });
  try {
    await page({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) });
    return true;
  } catch (error) {
    if (error instanceof Error && /NEXT_HTTP_ERROR_FALLBACK;404|NEXT_REDIRECT/.test(error.message)) return false;
    throw error;
  }
}

const kinds = [
  ['project', 'projects', Project],
  ['document', 'documents', Document],
  ['invoice', 'invoices', Invoice],
  ['credit_note', 'credit_notes', CreditNote],
  ['ticket', 'support_tickets', Ticket],
] as const;

it.each(kinds)('the page of a %s opens exactly to those of whom that is explained', async (type, table, page) => {
  const admin = await adminActor(owner, 'admin@harborpine.example');
  await owner.query("update users set client_portal_enabled = false where email = 'sam@okafor.example'");
  const { rows } = await owner.query<{ id: string }>(
    `select id from ${table} where tenant_id = $1 order by md5(id::text) limit 6`,
    [admin.tenantId],
  );
  const answers = new Set<boolean>();
  for (const { id } of rows) {
    const { data } = await read(admin, (db) => explain(db, { type, id, limit: 200 }, admin));
    for (const { email, sees } of data) {
      const { cookie } = await signIn(owner, email);
      // The pages take the props that Next types for their address.
      expect(await shows(page as Page, id, cookie), `${type} ${id} to ${email}`).toBe(sees);
      answers.add(sees);
    }
  }
  expect(answers.size).toBe(2);
});
