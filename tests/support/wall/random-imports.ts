import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { importKinds, importStatuses } from '@/lib/imports/rule';
import { createClient, createClientUser, createProject } from '@/tests/support/factories/identity';
import { createStoredFile } from '@/tests/support/factories/records';
import { insertRow } from '@/tests/support/factories/rows';
import type { TeamMember } from '@/tests/support/wall/random-tenant';

const written = new Set<string>(['done', 'undoing', 'undone']);

/** An import at every step, by each of its admins in turn, each with a problem and with records that it created and that nothing refers to. */
export async function seedImports(
  owner: pg.Client,
  tenant: { id: string },
  team: readonly TeamMember[],
): Promise<void> {
  const admins = team.filter(({ userType }) => userType === 'admin');
  for (const [at, status] of importStatuses.entries()) {
    const { id: createdById = '', name: createdByName = '' } = admins[at % admins.length] ?? {};
    const file = await createStoredFile(
      owner,
      { tenantId: tenant.id },
      { fileName: 'clients.csv', proofById: createdById },
    );
    const one = await insertRow(owner, 'imports', {
      ...{
        tenantId: tenant.id,
        kind: importKinds[at] ?? 'clients',
        status,
        fileName: 'clients.csv',
        createdById,
        createdByName,
      },
      ...{ writing: {}, header: [], sample: [], mapping: [], rowCount: 1 },
      fileId: written.has(status) ? null : file.id,
      finishedAt: written.has(status) ? new Date() : null,
    });
    await insertRow(owner, 'import_problems', {
      tenantId: tenant.id,
      importId: one.id,
      line: 2,
      message: { key: 'required' },
    });
    if (status !== 'importing' && !written.has(status)) continue;
    for (const isNew of [true, false]) await seedRecords(owner, tenant, { importId: one.id, isNew });
  }
}

async function seedRecords(
  owner: pg.Client,
  tenant: { id: string },
  of: { importId: string; isNew: boolean },
): Promise<void> {
  const spare = await createClient(owner, tenant);
  const parent = await createClient(owner, tenant);
  const project = await createProject(owner, parent);
  const person = await createClientUser(owner, { tenantId: tenant.id, id: parent.id });
  const records = [
    ['clients', spare.id],
    ['projects', project.id],
    ['people', person.id],
  ] as const;
  for (const [kind, recordId] of records) {
    const before = of.isNew ? {} : { before: { name: 'Before' } };
    await insertRow(owner, 'import_records', {
      ...of,
      ...before,
      tenantId: tenant.id,
      kind,
      externalKey: `id:${uuidv7()}`,
      recordId,
    });
  }
}
