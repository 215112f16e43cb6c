import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Kind, kinds, type Me, mayEnter, roleOf, strangers, subjectOf } from '@/tests/support/wall/subject';
import type { AnyRow, Row, World } from '@/tests/support/wall/world';

/** The outcome of a statement: the affected rows, or PostgreSQL's error code. `refused`: permission denied by the wall. */
export type Outcome = { done: true; count: number; rows: AnyRow[] } | { done: false; refused: boolean; code: string };

/** Runs `work` in a transaction of the owner and rolls it back. */
export async function undone<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    return await work();
  } finally {
    await owner.query('rollback');
  }
}

/** Runs `work` with the role and settings of `me` in the open transaction, as lib/authz/scope.ts sets them. */
export async function actingAs<T>(owner: pg.Client, me: Me, work: () => Promise<T>): Promise<T> {
  await owner.query('savepoint identity');
  await owner.query(
    `select set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('app.client_id', $3, true),
       set_config('app.tenant_id', $4, true), set_config('app.guest_id', $5, true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
    [roleOf[me.kind], me.userId ?? '', me.clientId ?? '', me.tenantId ?? '', me.guestId ?? ''],
  );
  await owner.query('savepoint tried');
  try {
    return await work();
  } finally {
    await owner.query('rollback to identity; release identity');
  }
}

/**
 * Runs one statement inside `actingAs` and rolls it back. It is prepared, because the policies of some tables take longer to plan than to ask:
 * planned once for each role, and anew when a policy changes.
 */
export async function attempt(owner: pg.Client, sql: string, values: unknown[] = []): Promise<Outcome> {
  try {
    const name = createHash('sha1').update(sql).digest('hex');
    const { rowCount, rows } = await owner.query<AnyRow>({ name, text: sql, values });
    if (!sql.startsWith('select')) await owner.query('rollback to tried');
    return { done: true, count: rowCount ?? 0, rows };
  } catch (error) {
    await owner.query('rollback to tried');
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { done: false, refused: code === '42501', code };
  }
}

export const describeOutcome = (outcome: Outcome) => (outcome.done ? `done (${outcome.count})` : outcome.code);

/** Whoever holds a pass, live or not. */
export const guestOf = ({ id: guestId, clientId, tenantId }: Row<'guest_passes'>): Me => {
  return { kind: 'guest', userId: null, clientId, tenantId, guestId };
};

/** Every user with access, every pass, every role without a user, and unknown users in every role. */
export function everybody(world: World): Me[] {
  const people = world.users.filter((user) => mayEnter(user, world)).map(subjectOf);
  const inTenant = world.tenants.flatMap(({ id: tenantId }) =>
    (['definer', 'eraser', 'worker', 'exporter'] as const).map(
      (kind): Me => ({ kind, userId: null, clientId: null, tenantId }),
    ),
  );
  const guests = world.guest_passes.map(guestOf);
  return [...people, ...guests, ...inTenant, ...kinds.flatMap(strangers)];
}

export const nameOfMe = ({ kind, userId, guestId }: Me) => `${kind} ${(userId ?? guestId)?.slice(-6) ?? '(nobody)'}`;

/** The kind of a database role. */
export const kindOf = (role: string): Kind | undefined => kinds.find((kind) => roleOf[kind] === role);
