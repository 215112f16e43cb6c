import { expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { titlesOf } from '@/lib/explain/team-queries';
import { seededDatabase } from '@/tests/support/database/database';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await seededDatabase();

it('lines of the trail are named by the titles that their records have now, and by none of other kinds', async () => {
  const admin = await adminActor(owner, 'admin@harborpine.example');
  const { rows } = await owner.query<{ recordType: string; recordId: string; title: string }>(
    `select 'document' as "recordType", id as "recordId", title from documents where tenant_id = $1
      union all select 'ticket', id, subject from support_tickets where tenant_id = $1
      union all select 'phase', id, name from phases where tenant_id = $1
      union all select 'user', id, name from users where tenant_id = $1
      union all select 'payment', id, reference from payments where tenant_id = $1 and reference is not null
      union all select 'payment_claim', k.id, i.number from payment_claims k join invoices i on i.id = k.invoice_id where k.tenant_id = $1`,
    [admin.tenantId],
  );
  const token = { recordType: 'api_token', recordId: admin.userId };
  const gone = { recordType: 'document', recordId: admin.userId };
  const session = { recordType: null, recordId: null };
  const titles = await read(admin, (db) => titlesOf(db, [...rows, ...rows, token, gone, session]));
  expect(rows.length).toBeGreaterThan(30);
  expect(titles).toEqual(new Map(rows.map(({ recordId, title }) => [recordId, title])));
  expect(await read(admin, (db) => titlesOf(db, [token, session]))).toEqual(new Map());
});

it('titles of another business are none', async () => {
  const admin = await adminActor(owner, 'admin@kestrel.example');
  const { rows } = await owner.query<{ recordId: string }>(
    'select id as "recordId" from documents where tenant_id <> $1',
    [admin.tenantId],
  );
  const others = rows.map((row) => ({ ...row, recordType: 'document' }));
  expect(others.length).toBeGreaterThan(5);
  expect(await read(admin, (db) => titlesOf(db, others))).toEqual(new Map());
});
