import { describe, expect, it } from 'vitest';
import { actingAs, undone } from '@/tests/integration/wall/acting-as';
import { seedFixedWorld } from '@/tests/integration/wall/fixed-world';
import { testDatabase } from '@/tests/support/database/database';
import { mayEnter, subjectOf } from '@/tests/support/wall/subject';
import { type AnyRow, renamed, type TableName, tables } from '@/tests/support/wall/world';

const { owner } = await testDatabase();
const world = await seedFixedWorld(owner);
const sizeOf = (tenant: string | null) => world.users.filter(({ tenantId }) => tenantId === tenant).length;
const [admin] = world.users
  .filter((user) => user.userType === 'admin' && mayEnter(user, world))
  .sort((a, b) => sizeOf(b.tenantId) - sizeOf(a.tenantId));
if (!admin) throw new Error('the world has no admin');
/** As known above, also inside functions. */
const boss = admin;
const people = world.users.filter(({ id, tenantId }) => tenantId === admin.tenantId && id !== admin.id);

/** Where a name may stand afterwards, with the reason of the list. */
const kept: Partial<Record<TableName, string[]>> = {
  audit_entries: ['actorName'],
  ledger_entries: ['createdByName'],
  credit_notes: ['createdByName'],
  payments: ['recordedByName'],
  refunds: ['recordedByName'],
  time_entries: ['userName', 'shownName'],
  phase_date_changes: ['changedByName'],
  erasures: ['askedByName'],
};

/** Erases everybody of the tenant but the admin who does it, looks, and takes it back. */
async function afterwards<T>(look: () => Promise<T>): Promise<T> {
  return undone(owner, async () => {
    const me = subjectOf(boss);
    for (const { id } of people)
      if (!world.erasures.some(({ userId }) => userId === id)) {
        await owner.query(
          `select set_config('role', 'oriel_admin', true), set_config('app.user_id', $1, true), set_config('app.tenant_id', $2, true)`,
          [me.userId, me.tenantId],
        );
        await owner.query(`select erase_person($1, 'Former')`, [id]);
        await owner.query('reset role');
      }
    return look();
  });
}

const rowsOf = async (table: TableName) => (await owner.query<AnyRow>(`select * from ${table}`)).rows.map(renamed);
const textOf = (value: unknown) => (value instanceof Date ? value.toISOString() : JSON.stringify(value, bigints));
const bigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);

describe('a whole business, erased person by person', () => {
  it('holds their names and addresses only where the list keeps them', async () => {
    const erased = people.filter(({ id }) => !world.erasures.some(({ userId }) => userId === id));
    expect(erased.length).toBeGreaterThan(5);
    const words = erased.flatMap(({ name, email, phone }) => [name, email, ...(phone ? [phone] : [])]);
    const found = await afterwards(async () => {
      const places = new Set<string>();
      for (const table of tables)
        for (const row of await rowsOf(table)) {
          if (row.tenantId !== admin.tenantId && table !== 'security_notices') continue;
          for (const [column, value] of Object.entries(row))
            if (!kept[table]?.includes(column) && words.some((word) => textOf(value)?.includes(word)))
              places.add(`${table}.${column}`);
        }
      return [...places];
    });
    expect(found).toEqual([]);
  });

  it('leaves the rows of every other business, the money and the trail as they were', async () => {
    const untouched: TableName[] = [
      'ledger_entries',
      'payments',
      'refunds',
      'credit_notes',
      'invoices',
      'audit_entries',
    ];
    await afterwards(async () => {
      for (const table of tables) {
        const before = new Set((world[table] as readonly AnyRow[]).map(textOf));
        const others = (world[table] as readonly AnyRow[]).filter(({ tenantId }) => tenantId !== admin.tenantId);
        const now = new Set((await rowsOf(table)).map(textOf));
        if (others.length > 0 && others[0] && 'tenantId' in others[0])
          expect(others.map(textOf).filter((row) => !now.has(row))).toEqual([]);
        if (untouched.includes(table)) expect([...before].filter((row) => !now.has(row))).toEqual([]);
      }
    });
  });

  it('is not done by anybody else, and never to oneself', async () => {
    const other = people.find(({ userType }) => userType === 'staff');
    const tries = async (kind: 'staff' | 'client' | 'worker' | 'admin', target: string | undefined) =>
      undone(owner, () =>
        actingAs(owner, { ...subjectOf(boss), kind }, () =>
          owner.query(`select erase_person($1, 'Former')`, [target]).then(
            () => 'done',
            (error: { code?: string }) => String(error.code),
          ),
        ).catch(() => '42501'),
      );
    for (const kind of ['staff', 'client', 'worker'] as const) expect(await tries(kind, other?.id)).toBe('42501');
    expect(await tries('admin', admin.id)).toBe('42501');
    expect(await tries('admin', world.users.find(({ tenantId }) => tenantId !== admin.tenantId)?.id)).toBe('42501');
  });
});
