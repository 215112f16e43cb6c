import { ofMyTenant } from '@/tests/support/wall/row-rules';
import type { Me, Rows } from '@/tests/support/wall/subject';
import type { World } from '@/tests/support/wall/world';
import { adds, both, by, type WhoWrites } from '@/tests/support/wall/write-rules';

// Part of who-writes-what.ts: what a business moves in, and what it takes back.

const isNew: Rows<'imports'> = ({ status }) => status === 'mapping';
const isUnwritten: Rows<'imports'> = ({ status }) => ['mapping', 'checked', 'undone'].includes(status);
const isWaiting: Rows<'imports'> = ({ status }) => status === 'mapping' || status === 'checked';

/** The import of the row is the business's own and at this step. */
const at =
  (status: string) =>
  ({ importId }: { importId: string }, me: Me, world: World) =>
    world.imports.some((one) => one.id === importId && one.status === status && ofMyTenant(one, me));

/** An import that is being taken back created the record. */
export const isTakenBack =
  (kind: string) =>
  ({ id, tenantId }: { id: string; tenantId: string | null }, me: Me, world: World) =>
    ofMyTenant({ tenantId }, me) &&
    world.import_records.some(
      (row) => row.recordId === id && row.kind === kind && row.isNew && at('undoing')(row, me, world),
    );

export const importActions = {
  imports: {
    admin: {
      adds: adds(both(both(ofMyTenant, by('createdById')), isNew)),
      changes: {
        rows: ofMyTenant,
        columns: { except: ['id', 'tenantId', 'kind', 'fileName', 'createdById', 'createdByName', 'createdAt'] },
      },
      removes: both(ofMyTenant, isUnwritten),
    },
    definer: { removes: both(ofMyTenant, isWaiting) },
  },
  import_records: {
    admin: { adds: adds(both(ofMyTenant, at('importing'))), removes: both(ofMyTenant, at('undoing')) },
  },
  import_problems: { admin: { adds: adds(ofMyTenant), removes: ofMyTenant } },
} satisfies Partial<WhoWrites>;
