import { describe, expect, it } from 'vitest';
import { GET as template } from '@/app/api/admin/imports/templates/[kind]/route';
import { findLink, redeemLink } from '@/lib/auth/link-redemption';
import { write } from '@/lib/authz/scope';
import { type FieldName, fieldsOf } from '@/lib/imports/fields/rule';
import type { ImportKind } from '@/lib/imports/rule';
import { createUserLink } from '@/lib/users/links/commands';
import { verifyLedgers } from '@/scripts/ledger/verify';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { csv, importsOf } from '@/tests/support/fixtures/imports';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { download } from '@/tests/support/http/upload';
import { freshOrigin } from '@/tests/support/identity/account';
import { adminActor } from '@/tests/support/identity/actors';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';

const { owner } = await testDatabase();
await testStorage();

const tenant = await createTestTenant(owner);
const { admin, staff } = tenant;
const api = importsOf(admin.token);
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const day = (month: number, of: number) => `2026-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

/** The template of a kind with rows in place of its example, by the names of its fields. */
async function filled(kind: ImportKind, rows: Partial<Record<FieldName, string | number>>[]): Promise<string> {
  const { bytes } = await download(template, { token: admin.token, params: { kind } });
  const [header = ''] = bytes.toString().split('\r\n');
  const names = fieldsOf[kind].map(({ name }) => name);
  return `${header}\n${csv(...rows.map((row) => names.map((name) => row[name] ?? '')))}`;
}

const client = (at: number) => `C-${(at % 20) + 1}`;
const project = (at: number) => `J-${(at % 30) + 1}`;

const files: [ImportKind, string, number][] = [
  [
    'clients',
    await filled(
      'clients',
      numbers(20).map((at) => ({
        externalId: `C-${at}`,
        name: `Client ${at}`,
        kind: at % 2 ? 'household' : 'company',
      })),
    ),
    20,
  ],
  [
    'people',
    await filled(
      'people',
      numbers(20).map((at) => ({
        externalId: `P-${at}`,
        name: `Person ${at}`,
        email: `person-${at}@moved.example`,
        client: `C-${at}`,
      })),
    ),
    20,
  ],
  [
    'projects',
    await filled(
      'projects',
      numbers(30).map((at) => ({
        externalId: `J-${at}`,
        client: client(at - 1),
        name: `House ${at}`,
        status: 'active',
        startsOn: '2026-01-01',
        contractValue: `${at}000.50`,
        contact: `person-${((at - 1) % 20) + 1}@moved.example`,
      })),
    ),
    30,
  ],
  [
    'phases',
    await filled(
      'phases',
      numbers(90).map((at) => ({
        externalId: `F-${at}`,
        project: project(at - 1),
        name: `Phase ${Math.ceil(at / 30)}`,
        percent: (at * 7) % 100,
      })),
    ),
    90,
  ],
  [
    'hours',
    await filled(
      'hours',
      numbers(2000).map((at) => ({
        externalId: `H-${at}`,
        project: project(at - 1),
        workedOn: day((at % 10) + 1, (at % 27) + 1),
        minutes: '1:00',
        description: `=Work ${at}`,
        person: staff.email,
      })),
    ),
    2000,
  ],
  [
    'invoices',
    await filled(
      'invoices',
      numbers(300).map((at) => ({
        number: `R-${at}`,
        client: client(at - 1),
        issuedOn: day((at % 10) + 1, 1),
        dueOn: day((at % 10) + 1, 15),
        unitPrice: `${at}.10`,
        taxRate: at % 2 ? 23 : 6,
      })),
    ),
    300,
  ],
  [
    'payments',
    await filled(
      'payments',
      numbers(200).map((at) => ({
        externalId: `B-${at}`,
        invoice: `R-${at}`,
        amount: `${at}.00`,
        paidOn: day((at % 10) + 1, 20),
      })),
    ),
    200,
  ],
  [
    'openings',
    await filled(
      'openings',
      numbers(20).map((at) => ({
        client: `C-${at}`,
        amount: at % 2 ? `${at}00.00` : `-${at}.00`,
        entryOn: '2026-01-01',
      })),
    ),
    20,
  ],
];
const written: string[] = [];

const verify = async () => {
  const lines: string[] = [];
  return { code: await verifyLedgers((text) => lines.push(text)), text: lines.join('\n') };
};

describe('a business that moves in with its templates filled', () => {
  it.each(files)('writes its %s', async (kind, file, count) => {
    const done = await api.written(kind, file);
    expect(done).toMatchObject({ status: 'done', counts: { created: count, changed: 0, same: 0 } });
    written.push(done.id);
  });

  it('has a ledger that holds, and everything where it belongs', async () => {
    expect(await verify()).toMatchObject({ code: 0 });
    const { rows } = await owner.query(
      `select (select count(*) from clients where tenant_id = $1)::int as clients, (select count(*) from projects where tenant_id = $1)::int as projects,
        (select sum(minutes) from time_entries where tenant_id = $1)::int as minutes, (select count(*) from invoices where tenant_id = $1 and status = 'issued')::int as invoices,
        (select count(*) from payment_allocations where tenant_id = $1)::int as allocations`,
      [tenant.id],
    );
    expect(rows[0]).toEqual({ clients: 20, projects: 30, minutes: 120_000, invoices: 300, allocations: 200 });
  });

  it('lets a client sign in once the admin has invited them', async () => {
    const actor = await adminActor(owner, admin.email);
    const { rows } = await owner.query(
      "select id from users where email = 'person-1@moved.example' and tenant_id = $1",
      [tenant.id],
    );
    const { url } = await write(actor, (db) => createUserLink(db, { id: rows[0].id }, actor));
    const token = url.split('/').at(-1) ?? '';
    expect(await findLink(token, 'invitation')).toMatchObject({ state: 'valid' });
    await redeemLink({ token, password: 'seven tall birches', purpose: 'invitation' }, freshOrigin());
    expect(await signedInPerson('person-1@moved.example', 'seven tall birches')).toBe(rows[0].id);
  });

  it.each(files)('changes nothing when its %s come a second time', async (kind, file, count) => {
    expect(await api.checked(kind, file)).toMatchObject({
      counts: { created: 0, changed: 0, same: count, problems: 0 },
    });
  });

  it('can take back its money, hours and phases; people who signed in and what their accounts hold stay', async () => {
    const [
      clients = '',
      people = '',
      projects = '',
      phases = '',
      hours = '',
      invoices = '',
      payments = '',
      openings = '',
    ] = written;
    for (const id of [openings, payments, invoices, hours, phases])
      expect(await api.takenBack(id)).toMatchObject({ status: 'undone' });
    expect(await verify()).toMatchObject({ code: 0 });
    expect(await api.takenBack(people)).toMatchObject({
      fault: { kind: 'inUse', uses: expect.arrayContaining([{ what: 'projects', count: 30 }]) },
    });
    expect(await api.takenBack(projects)).toMatchObject({ status: 'undone' });
    expect(await api.takenBack(people)).toMatchObject({ fault: { uses: [{ what: 'signedIn', count: 1 }] } });
    expect(await api.takenBack(clients)).toMatchObject({ fault: { kind: 'inUse' } });
    const { rows } = await owner.query(
      'select (select count(*) from time_entries where tenant_id = $1)::int as hours, (select count(*) from projects where tenant_id = $1)::int as projects',
      [tenant.id],
    );
    expect(rows[0]).toEqual({ hours: 0, projects: 0 });
  });
});
