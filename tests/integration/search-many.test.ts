import { expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { finding } from '@/lib/db/search';
import { teamDocumentFilter } from '@/lib/documents/schemas';
import { listTeamDocuments, readBoard } from '@/lib/documents/team-queries';
import { projectFilter } from '@/lib/projects/schemas';
import { listTeamProjects } from '@/lib/projects/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createClient, createProject } from '@/tests/support/factories/identity';
import { createDocumentType } from '@/tests/support/factories/records';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

/** A tenant with so many documents with the word “plank” that a search reads the list in its order; ten have it in the file's name only. */
async function businessOf(documents: number) {
  const { id, admin } = await createTestTenant(owner);
  const project = await createProject(owner, await createClient(owner, { id }));
  const type = await createDocumentType(owner, { id });
  const uuid = (kind: string) => `md5('${id} ${kind} ' || n)::uuid`;
  const each = `from generate_series(1, ${documents}) n`;
  const place = `'${id}', '${project.clientId}'`;
  await owner.query(`insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status)
    select ${uuid('file')}, '${id}', md5('${id}' || n), case when n <= 10 then 'plank.pdf' else 'a.pdf' end, 'application/pdf', 1, sha256('x'), 'stored' ${each}`);
  await owner.query(`insert into documents (id, tenant_id, client_id, project_id, document_type_id, title, status, updated_at)
    select ${uuid('document')}, ${place}, '${project.id}', '${type.id}', case when n <= 10 then 'Other ' else 'Plank ' end || n,
      case when n % 100 = 0 then 'pending' else 'draft' end::document_status, now() - n / 2 * interval '1 minute' ${each}`);
  await owner.query(`insert into document_versions (id, tenant_id, client_id, document_id, number, file_id, uploaded_by_id, uploaded_by_name)
    select ${uuid('version')}, ${place}, ${uuid('document')}, 1, ${uuid('file')}, u.id, u.name ${each}, users u where u.email = '${admin.email}'`);
  return adminActor(owner, admin.email);
}

it('a word that many documents have is found in all of them, page by page, and in no other tenant', async () => {
  const actor = await businessOf(620);
  await businessOf(620);
  const seen: { id: string; updatedAt: string; status: string }[] = [];
  let cursor: string | undefined;
  do {
    const filter = teamDocumentFilter.parse({ search: 'plank', limit: '200', ...(cursor && { cursor }) });
    const page = await read(actor, (db) => listTeamDocuments(db, filter, actor));
    seen.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  const { rows } = await owner.query('select id from documents where tenant_id = $1 order by updated_at desc, id', [
    actor.tenantId,
  ]);
  expect(seen.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

it('its counts, its board and the list of one state say the same', async () => {
  const actor = await businessOf(620);
  const { counts, columns } = await read(actor, (db) => readBoard(db, { search: 'plank' }, actor));
  expect(counts).toEqual({ draft: 614, pending: 6, approved: 0, published: 0, rejected: 0 });
  expect(columns.map(({ documents }) => documents.length)).toEqual([10, 6, 0, 0, 0]);
  const filter = teamDocumentFilter.parse({ search: 'plank', status: 'pending' });
  const { data } = await read(actor, (db) => listTeamDocuments(db, filter, actor));
  expect(data.map(({ id }) => id)).toEqual(columns[1]?.documents.map(({ id }) => id));
  const others = teamDocumentFilter.parse({ search: 'plank', limit: '200' });
  const { data: rest } = await read(actor, (db) => listTeamDocuments(db, others, actor, ['draft', 'approved']));
  expect(rest.map(({ id }) => id)).toEqual(data.map(({ id }) => id));
});

it('the functions of the search give ids of the own tenant only', async () => {
  const actor = await businessOf(20);
  await businessOf(20);
  const ids = await read(
    actor,
    (db) => db.$queryRaw<{ id: string }[]>`
      select id::text from matching_documents('%plank%') id union all select id::text from matching_file_names('%plank%') id`,
  );
  const { rows } = await owner.query('select id from documents where tenant_id = $1 order by id', [actor.tenantId]);
  expect(ids.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id));
});

it('a word in the files of many versions of fewer documents is found in each of them', async () => {
  const actor = await businessOf(300);
  const { tenantId } = actor;
  await owner.query("update documents set title = 'Other ' || id where tenant_id = $1", [tenantId]);
  await owner.query("update stored_files set file_name = 'plank.pdf' where tenant_id = $1", [tenantId]);
  for (const number of [2, 3]) {
    const file = `md5(v.id::text || ${number})::uuid`;
    await owner.query(
      `insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status)
       select ${file}, tenant_id, md5(v.id::text || ${number} || 'key'), 'plank.pdf', 'application/pdf', 1, sha256('x'), 'stored'
       from document_versions v where tenant_id = $1 and number = 1`,
      [tenantId],
    );
    await owner.query(
      `insert into document_versions (id, tenant_id, client_id, document_id, number, file_id, uploaded_by_id, uploaded_by_name)
       select gen_random_uuid(), tenant_id, client_id, document_id, ${number}, ${file}, uploaded_by_id, uploaded_by_name
       from document_versions v where tenant_id = $1 and number = 1`,
      [tenantId],
    );
  }
  const { counts } = await read(actor, (db) => readBoard(db, { search: 'plank' }, actor));
  expect(counts).toMatchObject({ draft: 297, pending: 3 });
});

it('the functions of the other searches give records of the own tenant only, and people to admins alone', async () => {
  const tenant = await createTestTenant(owner);
  const other = await createTestTenant(owner);
  for (const { id } of [tenant, other])
    await owner.query("update users set name = 'Quincy Plank' where tenant_id = $1", [id]);
  const client = await createClient(owner, { id: tenant.id });
  const project = await createProject(owner, client);
  await createProject(owner, await createClient(owner, { id: other.id }));
  await owner.query("update clients set name = 'Plank household'");
  const actor = await adminActor(owner, tenant.admin.email);
  const idsOf = (kind: 'projects' | 'clients' | 'people') =>
    read(actor, async (db) => {
      const found = await finding(db, kind, 'plank');
      return found && 'ids' in found ? found.ids.sort() : null;
    });
  const all = async (table: string) => {
    const { rows } = await owner.query(`select id from ${table} where tenant_id = $1 order by id`, [tenant.id]);
    return rows.map(({ id }) => id);
  };
  expect(await idsOf('projects')).toEqual([project.id]);
  expect(await idsOf('clients')).toEqual(await all('clients'));
  expect(await idsOf('people')).toEqual(await all('users'));
});

it('a name that many projects and people have is found in all of them', async () => {
  const { id, admin } = await createTestTenant(owner);
  const { id: clientId } = await createClient(owner, { id });
  await owner.query(
    `insert into projects (id, tenant_id, client_id, name, updated_at) select gen_random_uuid(), $1, $2, 'Plank ' || n, now() from generate_series(1, 510) n`,
    [id, clientId],
  );
  const actor = await adminActor(owner, admin.email);
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const filter = projectFilter.parse({ search: 'plank', limit: '200', ...(cursor && { cursor }) });
    const page = await read(actor, (db) => listTeamProjects(db, filter));
    for (const project of page.data) seen.add(project.id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.size).toBe(510);
});
