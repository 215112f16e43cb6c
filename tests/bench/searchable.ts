import type pg from 'pg';

/** A tenant by the number of its records that a search may find. */
export const searched = { few: 1_000, million: 1_000_000 } as const;
export type SearchedName = keyof typeof searched;

/**
 * The questions of the measurement: words that one, a thousandth, a hundredth and half of the records have, and what people type. A small
 * tenant has the second and the third in every eighth record, so that its answers are as long.
 */
export const questions = {
  'a rare word': 'needle',
  'a seldom word': 'seldom',
  'a word of a hundredth': 'hundredth',
  'a common word': 'common',
  'a common and a rare word': 'common needle',
  'two letters': 'co',
  'a misspelt word': 'kitchne',
  'a number': '1',
  nothing: 'qqqqzzzz',
} as const;

/** Two letters each. Three of them are one of 2,744 words, of which the first are the most frequent. */
const syllables = 'badefigolumanepirosutavewizo';

/** Shares of the kinds, in thousandths of the records. */
const shares = {
  clients: 2,
  projects: 8,
  phases: 40,
  documents: 200,
  photos: 200,
  updates: 50,
  tickets: 50,
  messages: 150,
  hours: 300,
};

/** Records of a kind that the triggers' function indexes. What it finds is copied for the others, since a million take it most of an hour. */
const indexed = 10_000;

/**
 * Writes a tenant with `rows` searchable records as the database's owner, unless it is there: without triggers, whose work is done
 * afterwards. The address of its admin is `admin@<name>.example`, of a client's person `client@…`.
 */
export async function writeSearchable(owner: pg.Client, name: string, rows: number): Promise<void> {
  const { rowCount } = await owner.query('select from tenants where slug = $1', [`searched-${name}`]);
  if (rowCount) return;
  await writeRecords(owner, name, countsOf(rows));
  const tenant = idOf(name, 'tenant');
  // Built again at the end, an index costs a tenth of its growth row by row.
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'search_entries' and indexdef ~ 'gin'`,
  );
  if (rows > 100_000) for (const { name: index } of indexes) await owner.query(`drop index ${index}`);
  const kinds = {
    client: 'clients',
    person: 'users',
    project: 'projects',
    phase: 'phases',
    document: 'documents',
    photo: 'photos',
  };
  const others = {
    update: 'project_updates',
    ticket: 'support_tickets',
    message: 'ticket_messages',
    time_entry: 'time_entries',
  };
  for (const [kind, table] of Object.entries({ ...kinds, ...others })) {
    const newest = `select id, row_number() over (order by created_at desc) as n from ${table} where tenant_id = ${tenant}`;
    await owner.query(
      `select count(index_records('${kind}', ids)) from (
         select array_agg(id) as ids from (${newest}) numbered where n <= ${indexed} group by n / 2000) parts`,
    );
    await owner.query(
      `insert into search_entries (scope_id, kind, record_id, tenant_id, dated_at, title, words, slips)
         select e.scope_id, e.kind, other.id, e.tenant_id, e.dated_at - other.n * interval '1 second', e.title, e.words, e.slips
         from (${newest}) other join (${newest}) one on one.n = 101 + other.n % ${indexed - 100}
           join search_entries e on e.record_id = one.id and e.kind = '${kind}' where other.n > ${indexed}`,
    );
  }
  if (rows > 100_000) for (const { definition } of indexes) await owner.query(definition);
  await owner.query('vacuum analyze');
}

/** Records of each kind among so many. */
const countsOf = (rows: number) =>
  Object.fromEntries(
    Object.entries(shares).map(([kind, share]) => [kind, Math.max(1, Math.round((rows * share) / 1_000))]),
  ) as Counts;

/** The records of a generated tenant, by kind. */
export type Counts = Record<keyof typeof shares, number>;

/** Writes a tenant with so many records as the database's owner, without triggers: nothing of it can be searched for. */
export async function writeRecords(owner: pg.Client, name: string, counts: Counts): Promise<void> {
  await owner.query('begin');
  await owner.query(`set local session_replication_role = replica`);
  await owner.query('select setseed(0.5)');
  for (const statement of rowsOf(name, counts)) await owner.query(statement);
  await owner.query('commit');
}

const idOf = (tenant: string, kind: string, number = '0') =>
  `overlay(overlay(md5('${tenant} ${kind} ' || ${number}) placing '7' from 13) placing '8' from 17)::uuid`;

const syllable = (index: string) => `substr('${syllables}', 1 + 2 * (${index}), 2)`;

function rowsOf(tenant: string, counts: Counts): string[] {
  const id = (kind: string, number?: string) => idOf(tenant, kind, number);
  const many = (kind: keyof Counts) => counts[kind];
  const each = (kind: keyof Counts) => `from generate_series(1, ${many(kind)}) n`;
  const clientOf = (project: string) => `(1 + (${project}) % ${many('clients')})`;
  const projectOf = (record: string) => `(1 + (${record}) % ${many('projects')})`;
  const place = (record: string) =>
    `${id('tenant')}, ${id('client', clientOf(projectOf(record)))}, ${id('project', projectOf(record))}`;
  const at = `now() - n * interval '1 minute'`;
  // A few words, by a distribution with few frequent ones, and the words of the questions. The mention of `n` makes them anew per row.
  const words = (
    count: number,
  ) => `(select string_agg(${syllable('k / 196')} || ${syllable('k / 14 % 14')} || ${syllable('k % 14')}, ' ')
    from (select floor(power(random(), 3) * 2744 + 0 * g)::int as k from generate_series(1, ${count}) g where n > 0 offset 0) w)`;
  const [hundredth, thousandth] = many('hours') > 3_000 ? [100, 1_000] : [8, 8];
  const marked = (kind: string) =>
    `case when n % 2 = 0 then ' common' else '' end || case when n % ${hundredth} = 1 then ' hundredth' else '' end || case when n % ${thousandth} = 7 then ' seldom' else '' end
     || case when n = 8 and '${kind}' = 'document' then ' needle kitchen' else '' end`;
  const text = (kind: string, count: number) => `${words(count)} || ${marked(kind)}`;
  return [
    `insert into tenants (id, slug, name, currency, time_zone, updated_at, first_signed_in_at)
       values (${id('tenant')}, 'searched-${tenant}', 'Searched ${tenant}', 'EUR', 'Europe/Berlin', now(), now())`,
    `insert into users (id, tenant_id, user_type, email, name, updated_at, last_sign_in_at)
       values (${id('admin')}, ${id('tenant')}, 'admin', 'admin@${tenant}.example', 'Ada Bench', now(), now())`,
    `insert into document_types (id, tenant_id, name, updated_at) values (${id('type')}, ${id('tenant')}, 'Drawing', now())`,
    `insert into clients (id, tenant_id, name, currency, created_at, updated_at) select ${id('client', 'n')}, ${id('tenant')}, ${text('client', 2)}, 'EUR', ${at}, now() ${each('clients')}`,
    `insert into users (id, tenant_id, user_type, client_id, client_portal_enabled, email, name, updated_at, last_sign_in_at)
       values (${id('person')}, ${id('tenant')}, 'client', ${id('client', '1')}, true, 'client@${tenant}.example', 'Cleo Bench', now(), now())`,
    `insert into projects (id, tenant_id, client_id, name, status, created_at, updated_at)
       select ${id('project', 'n')}, ${id('tenant')}, ${id('client', clientOf('n'))}, ${text('project', 3)}, 'active', ${at}, now() ${each('projects')}`,
    `insert into phases (id, tenant_id, client_id, project_id, key, name, position, created_at, updated_at)
       select ${id('phase', 'n')}, ${place('n')}, 'phase-' || n, ${text('phase', 2)}, 1, ${at}, now() ${each('phases')}`,
    `insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status)
       select ${id('file', 'n')}, ${id('tenant')}, md5('${tenant} searched ' || n), 'drawing-' || n || '.pdf', 'application/pdf', 1000, sha256('x'), 'stored' ${each('documents')}`,
    `insert into documents (id, tenant_id, client_id, project_id, document_type_id, title, status, published_version_id, published_at, created_at, updated_at)
       select ${id('document', 'n')}, ${place('n')}, ${id('type')}, ${text('document', 4)}, 'published', ${id('version', 'n')}, ${at}, ${at}, ${at} ${each('documents')}`,
    `insert into document_versions (id, tenant_id, client_id, document_id, number, file_id, uploaded_by_id, uploaded_by_name, created_at)
       select ${id('version', 'n')}, ${id('tenant')}, ${id('client', clientOf(projectOf('n')))}, ${id('document', 'n')}, 1, ${id('file', 'n')}, ${id('admin')}, 'Ada Bench', ${at} ${each('documents')}`,
    `insert into photos (id, tenant_id, client_id, project_id, visibility, caption, taken_at, width, height, placeholder, shared_at, uploaded_by_id, created_at, updated_at)
       select ${id('photo', 'n')}, ${place('n')}, 'client', ${text('photo', 5)}, ${at}, 640, 480, 'data:,', ${at}, ${id('admin')}, ${at}, now() ${each('photos')}`,
    `insert into project_updates (id, tenant_id, client_id, project_id, title, body, posted_on, author_id, author_name, published_at, created_at, updated_at)
       select ${id('update', 'n')}, ${place('n')}, ${words(4)}, ${text('update', 30)}, current_date - n % 3000, ${id('admin')}, 'Ada Bench', ${at}, ${at}, now() ${each('updates')}`,
    `insert into support_tickets (id, tenant_id, client_id, client_user_id, client_user_name, number, subject, body, created_at, updated_at)
       select ${id('ticket', 'n')}, ${id('tenant')}, ${id('client', '1')}, ${id('person')}, 'Cleo Bench', n, ${words(4)}, ${text('ticket', 25)}, ${at}, now() ${each('tickets')}`,
    `insert into ticket_messages (id, tenant_id, client_user_id, ticket_id, author_id, author_name, author_type, body, created_at)
       select ${id('message', 'n')}, ${id('tenant')}, ${id('person')}, ${id('ticket', `(1 + n % ${many('tickets')})`)}, ${id('person')}, 'Cleo Bench', 'client', ${text('message', 25)}, ${at} ${each('messages')}`,
    `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, created_at, updated_at)
       select ${id('hours', 'n')}, ${place('n')}, ${id('admin')}, 'Ada Bench', current_date - n % 3000, 60, ${text('hours', 6)}, ${at}, now() ${each('hours')}`,
  ];
}
