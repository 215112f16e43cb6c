import type pg from 'pg';

/** The number of records of each kind in a generated tenant. */
export type Size = { clients: number; projects: number; documents: number; photos: number };

/** Both fill the first page of every list and the choices of its filters, so that a page shows as many rows for one as for the other. */
export const sizes = {
  small: { clients: 200, projects: 200, documents: 400, photos: 400 },
  big: { clients: 2_000, projects: 6_000, documents: 100_000, photos: 200_000 },
} satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;

/** The address of the admin of a generated tenant, by which a session is made. */
export const adminOf = (name: SizeName): string => `admin@${name}.example`;

/**
 * Writes generated tenants as the database's owner, unless they are there. Triggers and foreign keys do not run: the rows
 * agree with each other by construction, and checking a million of them takes minutes.
 */
export async function writeTenants(owner: pg.Client, names: readonly SizeName[]): Promise<void> {
  const { rowCount } = await owner.query(`select from tenants where slug = $1`, [`bench-${names.at(-1)}`]);
  if (rowCount) return;
  await owner.query('begin');
  await owner.query(`set local session_replication_role = replica`);
  for (const name of names) for (const statement of rowsOf(name, sizes[name])) await owner.query(statement);
  await owner.query('commit');
  await owner.query('vacuum analyze');
}

/** The statements that write one tenant. An id is made of the kind and the number of a record, so that others can name it. */
function rowsOf(tenant: string, { clients, projects, documents, photos }: Size): string[] {
  // The digits of version and variant, which the portal's checks of an id ask for.
  const id = (kind: string, number = '0') =>
    `overlay(overlay(md5('${tenant} ${kind} ' || ${number}) placing '7' from 13) placing '8' from 17)::uuid`;
  const clientOf = (project: string) => `(1 + (${project}) % ${clients})`;
  const projectOf = (record: string) => `(1 + (${record}) % ${projects})`;
  const minutes = (number: string) => `now() - ${number} * interval '1 minute'`;
  const each = (count: number) => `from generate_series(1, ${count}) n`;
  const place = (project: string) => `${id('tenant')}, ${id('client', clientOf(project))}, ${id('project', project)}`;
  const isPublished = 'n % 20 > 3';
  return [
    `insert into tenants (id, slug, name, currency, time_zone, updated_at, first_signed_in_at)
       values (${id('tenant')}, 'bench-${tenant}', 'Bench ${tenant}', 'EUR', 'Europe/Berlin', now(), now())`,
    `insert into users (id, tenant_id, user_type, email, name, updated_at, last_sign_in_at)
       values (${id('admin')}, ${id('tenant')}, 'admin', '${adminOf(tenant as SizeName)}', 'Ada Bench', now(), now())`,
    `insert into document_types (id, tenant_id, name, updated_at) values (${id('type')}, ${id('tenant')}, 'Drawing', now())`,
    `insert into clients (id, tenant_id, name, currency, created_at, updated_at)
       select ${id('client', 'n')}, ${id('tenant')}, ${named('n', 'household')}, 'EUR', ${minutes('n')}, now() ${each(clients)}`,
    `insert into users (id, tenant_id, user_type, client_id, client_portal_enabled, email, name, updated_at, last_sign_in_at)
       select ${id('user', 'n')}, ${id('tenant')}, 'client', ${id('client', 'n')}, true, n || '@${tenant}.example',
         ${named('n', 'person')}, now(), case when n > 20 then now() end ${each(clients)}`,
    `insert into projects (id, tenant_id, client_id, client_user_id, name, status, created_at, updated_at)
       select ${id('project', 'n')}, ${id('tenant')}, ${id('client', clientOf('n'))}, case when n > 20 then ${id('user', clientOf('n'))} end,
         ${named('n', 'house')}, (array['active', 'planned', 'completed', 'on_hold'])[1 + n % 4]::project_status, ${minutes('n')}, now() ${each(projects)}`,
    `insert into phases (id, tenant_id, client_id, project_id, key, name, position, status, percent, planned_end_on, updated_at)
       select ${id('phase', `n || ' ' || k`)}, ${place('n')}, 'phase-' || k, 'Phase ' || k, k,
         (array['completed', 'in_progress', 'not_started'])[k]::phase_status, (array[100, 40, 0])[k], current_date + k * 5 - 10 - n % 300, now()
       ${each(projects)}, generate_series(1, 3) k where n > 20`,
    `insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status)
       select ${id('file', 'n')}, ${id('tenant')}, md5('${tenant} key ' || n), 'drawing-' || n || '.pdf', 'application/pdf', 1000 + n,
         sha256(('${tenant}' || n)::bytea), 'stored' ${each(documents)}`,
    `insert into documents (id, tenant_id, client_id, project_id, document_type_id, title, status, published_version_id, published_at, created_at, updated_at)
       select ${id('document', 'n')}, ${place(projectOf('n'))}, ${id('type')}, ${named('n', 'drawing')},
         case when ${isPublished} then 'published' else (array['pending', 'approved', 'draft', 'rejected'])[1 + n % 20] end::document_status,
         case when ${isPublished} then ${id('version', 'n')} end, case when ${isPublished} then ${minutes('n')} end, ${minutes('n')}, ${minutes('n')}
       ${each(documents)}`,
    `insert into document_versions (id, tenant_id, client_id, document_id, number, file_id, uploaded_by_id, uploaded_by_name, created_at)
       select ${id('version', 'n')}, ${id('tenant')}, ${id('client', clientOf(projectOf('n')))}, ${id('document', 'n')}, 1, ${id('file', 'n')},
         ${id('admin')}, 'Ada Bench', ${minutes('n')} ${each(documents)}`,
    `insert into photos (id, tenant_id, client_id, project_id, visibility, taken_at, width, height, placeholder, shared_at, uploaded_by_id, created_at, updated_at)
       select ${id('photo', 'n')}, ${place(projectOf('n'))}, case n % 2 when 0 then 'client' else 'internal' end::photo_visibility, ${minutes('n')},
         640, 480, 'data:image/webp;base64,UklGRg==', case n % 2 when 0 then ${minutes('n')} end, ${id('admin')}, ${minutes('n')}, now() ${each(photos)}`,
  ];
}

/** A name with a word that half of the records carry (“north”) and one that a single record carries (“needle”). */
function named(number: string, kind: string): string {
  return `'The ' || case when ${number} = 37 then 'needle' else (array['north', 'south'])[1 + ${number} % 2] end || ' ${kind} ' || ${number}`;
}
