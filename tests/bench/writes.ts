import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { AdminActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import { moveDocument } from '@/lib/documents/transitions/commands';
import { changePhotos } from '@/lib/gallery/commands';
import { createProject } from '@/lib/projects/commands';
import { median } from '@/tests/bench/measure';
import { adminOf } from '@/tests/bench/tenants';
import { adminActor } from '@/tests/support/identity/actors';

/** A command of the portal and a transaction that writes the same rows through `pg`, without row security; milliseconds, medians. */
export type WriteLine = { name: string; command: number; bare: number; ratio: number };

/** A command may take this many times the bare transaction. */
export const writeGoal = 3;

/** `before` is not measured: it puts the records back. */
type Both = {
  name: string;
  before: () => Promise<unknown>;
  command: () => Promise<unknown>;
  bare: () => Promise<unknown>;
};

/** Measures the commands in this process, each in turn with its bare transaction, on the small generated tenant. */
export async function measureWrites(owner: pg.Client, ownerUrl: string, rounds: number): Promise<WriteLine[]> {
  const actor = await adminActor(owner, adminOf('small'));
  const bare = new pg.Client({ connectionString: ownerUrl });
  await bare.connect();
  try {
    const lines: WriteLine[] = [];
    for (const both of [await project(bare, actor), await publication(bare, actor), await photos(bare, actor)])
      lines.push(await compare(both, rounds));
    return lines;
  } finally {
    await bare.end();
  }
}

async function compare({ name, before, command, bare }: Both, rounds: number): Promise<WriteLine> {
  const times = { command: [] as number[], bare: [] as number[] };
  for (let round = -10; round < rounds; round++) {
    await before();
    const took = { command: await milliseconds(command), bare: NaN };
    await before();
    took.bare = await milliseconds(bare);
    if (round < 0) continue; // the first rounds prepare statements
    times.command.push(took.command);
    times.bare.push(took.bare);
  }
  const ratio = median(times.command.map((took, at) => took / (times.bare[at] ?? NaN)));
  return { name, command: median(times.command), bare: median(times.bare), ratio };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function project(db: pg.Client, actor: AdminActor): Promise<Both> {
  const { rows } = await db.query('select id from clients where tenant_id = $1 limit 1', [actor.tenantId]);
  const clientId: string = rows[0].id;
  const name = 'A house by the sea';
  return {
    name: 'open a project',
    before: async () => {},
    command: () => write(actor, (tx) => createProject(tx, { name, clientId }, actor)),
    bare: () =>
      inTransaction(db, async () => {
        const id = randomUUID();
        await db.query(
          prepared(
            'project',
            'insert into projects (id, tenant_id, client_id, name, updated_at) values ($1, $2, $3, $4, now())',
            [...[id, actor.tenantId, clientId, name]],
          ),
        );
        await audit(db, actor, 'project.created', 'project', [id], { name, clientId });
      }),
  };
}

async function publication(db: pg.Client, actor: AdminActor): Promise<Both> {
  const { rows } = await db.query(
    `select id, client_id, project_id, title from documents where tenant_id = $1 and status = 'approved' order by id limit 1`,
    [actor.tenantId],
  );
  const { id, client_id: clientId, project_id: projectId, title } = rows[0];
  const reset = `update documents set status = 'approved', published_version_id = null, published_at = null where id = $1`;
  return {
    name: 'publish a document',
    before: () => db.query(reset, [id]),
    command: () => write(actor, (tx) => moveDocument(tx, { id, to: 'published' }, actor)),
    bare: () =>
      inTransaction(db, async () => {
        const newest = await db.query(
          prepared(
            'newest',
            'select v.id from documents d join document_versions v on v.document_id = d.id where d.id = $1 order by v.number desc limit 1 for update of d',
            [id],
          ),
        );
        const publish = `update documents set status = 'published', published_version_id = $2, published_at = now(), updated_at = now() where id = $1`;
        await db.query(prepared('publish', publish, [id, newest.rows[0].id]));
        await db.query(
          prepared(
            'step',
            `insert into document_transitions (id, tenant_id, client_id, document_id, from_status, to_status, actor_id, actor_name)
             values ($1, $2, $3, $4, 'approved', 'published', $5, $6)`,
            [randomUUID(), actor.tenantId, clientId, id, actor.userId, actor.name],
          ),
        );
        const facts = { projectId, clientId, title, version: 1, from: 'approved', to: 'published' };
        await audit(db, actor, 'document.published', 'document', [id], facts);
      }),
  };
}

async function photos(db: pg.Client, actor: AdminActor): Promise<Both> {
  const { rows } = await db.query('select id from photos where tenant_id = $1 order by id limit 200', [actor.tenantId]);
  const ids: string[] = rows.map(({ id }) => id);
  return {
    name: 'share 200 photos',
    before: () => db.query(`update photos set visibility = 'internal' where id = any ($1)`, [ids]),
    command: () => write(actor, (tx) => changePhotos(tx, { ids, visibility: 'client' }, actor)),
    bare: () =>
      inTransaction(db, async () => {
        const change = `update photos set visibility = 'client', updated_at = now() where id = any ($1) returning project_id, client_id`;
        const changed = await db.query(prepared('photos', change, [ids]));
        const { project_id: projectId, client_id: clientId } = changed.rows[0];
        await audit(db, actor, 'photo.changed', 'photo', ids, { projectId, clientId, visibility: 'client' });
        await audit(db, actor, 'photo.shared', 'photo', ids, { projectId, clientId });
      }),
  };
}

async function audit(
  db: pg.Client,
  actor: AdminActor,
  action: string,
  kind: string,
  ids: string[],
  facts: object,
): Promise<void> {
  const { tenantId, userId, name, via, origin } = actor;
  const insert = `insert into audit_entries (id, tenant_id, actor_id, actor_name, actor_type, action, record_type, record_id, detail, via, ip, user_agent)
    select a.id, $3, $4, $5, 'admin', $6, $7, a.record, $8, $9, $10, $11 from unnest($1::uuid[], $2::uuid[]) as a (id, record)`;
  const values = [
    ids.map(() => randomUUID()),
    ids,
    tenantId,
    userId,
    name,
    action,
    kind,
    facts,
    via,
    origin.ip,
    origin.userAgent,
  ];
  await db.query(prepared(`audit ${action}`, insert, values));
}

const prepared = (name: string, text: string, values: unknown[]): pg.QueryConfig => ({ name, text, values });

async function inTransaction(db: pg.Client, work: () => Promise<void>): Promise<void> {
  await db.query('begin');
  await work();
  await db.query('commit');
}
