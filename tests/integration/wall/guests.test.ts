import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actingAs, attempt, guestOf, undone } from '@/tests/integration/wall/acting-as';
import { inTurn } from '@/tests/integration/wall/fixed-world';
import { testDatabase } from '@/tests/support/database/database';
import { type Choose, seedTenant } from '@/tests/support/wall/random-tenant';
import { subjectOf } from '@/tests/support/wall/subject';
import { whoSeesWhat } from '@/tests/support/wall/who-sees-what';
import {
  type AnyRow,
  keyColumns,
  loadWorld,
  nameOf,
  renamed,
  sqlName,
  type TableName,
  tables,
  type World,
} from '@/tests/support/wall/world';

const { owner } = await testDatabase();

/** What a guest may read at all, as the brief of a pass says it: nothing of tickets, news, people or the business itself. */
const open = [
  ...(['tenants', 'clients', 'projects', 'phases', 'project_updates', 'project_update_photos'] as const),
  ...(['stored_files', 'document_types', 'documents', 'document_versions', 'document_pictures'] as const),
  ...(['photos', 'photo_variants', 'time_entries', 'invoices', 'invoice_lines', 'credit_notes'] as const),
  ...(['credit_note_lines', 'payments', 'payment_allocations', 'ledger_entries'] as const),
] satisfies TableName[];

/** The names of the rows of a table that are shown. */
async function shownIn(table: TableName): Promise<string[]> {
  const outcome = await attempt(owner, `select ${keyColumns(table).map(sqlName).join(', ')} from ${table}`);
  if (!outcome.done) throw new Error(`${table}: ${outcome.code}`);
  return outcome.rows.map((row) => nameOf(table, renamed(row)));
}

/** The project of a row by its name; undefined in tables that are under no project. */
function projectsIn(world: World, table: TableName): Map<string, string> {
  const rows: readonly AnyRow[] = world[table];
  return new Map(
    rows.flatMap((row) => (typeof row.projectId === 'string' ? [[nameOf(table, row), row.projectId]] : [])),
  );
}

/** Seeds a business; the rows that its passes show, and what they show although they should not. */
async function passesOf(choose: Choose): Promise<{ seen: number; surplus: string[] }> {
  const { id: tenantId } = await seedTenant(owner, choose, { status: 'active', guestPassesEnabled: true });
  const world = await loadWorld(owner);
  const passes = world.guest_passes.filter((one) => one.tenantId === tenantId);
  const surplus: string[] = [];
  let seen = 0;
  await undone(owner, async () => {
    for (const pass of passes) {
      const user = world.users.find(({ id }) => id === pass.userId);
      if (!user) throw new Error('A pass of nobody');
      const chosen = world.guest_pass_projects.filter(({ passId }) => passId === pass.id);
      const projects = new Set(chosen.map(({ projectId }) => projectId));
      for (const table of open) {
        const own = new Set(await actingAs(owner, subjectOf(user), () => shownIn(table)));
        const projectOf = projectsIn(world, table);
        const shown = await actingAs(owner, guestOf(pass), () => shownIn(table));
        seen += shown.length;
        for (const name of shown) {
          const project = projectOf.get(name);
          if (!own.has(name)) surplus.push(`${table} ${name}: not of the person`);
          if (project && !projects.has(project)) surplus.push(`${table} ${name}: not of a chosen project`);
        }
      }
    }
    // Passes of a person without access: everything at once.
    await owner.query('update users set is_active = false where tenant_id = $1', [tenantId]);
    for (const pass of passes)
      for (const table of open) {
        const shown = await actingAs(owner, guestOf(pass), () => shownIn(table));
        if (shown.length > 0) surplus.push(`${table}: ${shown.length} rows without the person`);
      }
  });
  return { seen, surplus };
}

test('a pass shows some of what its person sees, of the chosen projects, and nothing once they have lost access', async () => {
  const { seen, surplus } = await passesOf(inTurn());
  expect(surplus).toEqual([]);
  expect(seen).toBeGreaterThan(0);
}, 300_000);

test('so it is in any business, also in one whose people have all lost access', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const choose: Choose = {
        one: (choices) => generate(fc.constantFrom, ...choices),
        count: (min, max) => generate(fc.integer, { min, max }),
      };
      expect((await passesOf(choose)).surplus).toEqual([]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);

test('every other table is closed to guests', () => {
  const readable = tables.filter((table) => whoSeesWhat[table].guest);
  expect(readable.sort()).toEqual([...open].sort());
});
