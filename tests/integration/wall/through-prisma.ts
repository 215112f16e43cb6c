import type pg from 'pg';
import type { Actor } from '@/lib/authz/actor';
import { asLogin, read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';
import { nameOfMe } from '@/tests/integration/wall/acting-as';
import { allowedLines, openBranches, selectOf, shownLines, underClient } from '@/tests/integration/wall/nesting';
import { allowedNames, listDifferences } from '@/tests/integration/wall/seeing';
import { actorOf } from '@/tests/support/identity/actors';
import { includes, type Me, mayEnter, subjectOf } from '@/tests/support/wall/subject';
import { whoSeesWhat } from '@/tests/support/wall/who-sees-what';
import { type AnyRow, models, nameOf, type Row, type TableName, tables, type World } from '@/tests/support/wall/world';

type Delegate = { findMany: (query: { select?: AnyRow; relationLoadStrategy?: 'query' }) => Promise<AnyRow[]> };

/** Prisma's delegate of a table. Every delegate has `findMany`, but their types share no common one. */
function delegate(db: ReadDb, table: TableName): Delegate {
  const model = models[table];
  return db[(model.charAt(0).toLowerCase() + model.slice(1)) as keyof ReadDb] as unknown as Delegate;
}

/** A user and the actor that the guards returned, null after a refusal. */
export type AtTheDoor = { user: Row<'users'>; actor: Actor | null };

/** Signs a user in and runs the guards. Inserts a session, so load the world afterwards. */
export async function atTheDoor(owner: pg.Client, user: Row<'users'>): Promise<AtTheDoor> {
  const actor = await actorOf(owner, user.email).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  return { user, actor };
}

/** Differences from the oracle: a wrongly admitted or refused user, or wrong rows from Prisma, by table and nested. */
export async function prismaDifferences(world: World, { user, actor }: AtTheDoor): Promise<string[]> {
  const me = subjectOf(user);
  if (!mayEnter(user, world)) return actor ? [`${nameOfMe(me)}: is let in and may not enter`] : [];
  if (!actor) return [`${nameOfMe(me)}: is not let in and may enter`];
  const scope: Scope = (work) => read(actor, work);
  return [...(await flatDifferences(world, me, scope)), ...(await nestedDifferences(world, me, scope))];
}

/** The same for the login role, which has no user yet. */
export function loginDifferences(world: World): Promise<string[]> {
  return flatDifferences(world, { kind: 'login', userId: null, clientId: null, tenantId: null }, asLogin);
}

type Scope = <T>(work: (db: ReadDb) => Promise<T>) => Promise<T>;

async function flatDifferences(world: World, me: Me, scope: Scope): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const allowed = allowedNames(world, me, table);
    const actor = `${nameOfMe(me)} in ${table} by Prisma`;
    const columns = Object.keys(world[table][0] ?? {}).filter((column) => column !== 'words'); // of a type that Prisma does not read
    const open = columns.filter((column) => includes(whoSeesWhat[table][me.kind]?.columns, column));
    const ask = (select: string[]) =>
      scope((db) =>
        delegate(db, table).findMany({ select: Object.fromEntries(select.map((column) => [column, true])) }),
      );
    if (open.length < columns.length) {
      const denied = await ask(columns).then(() => false, isDenial);
      if (!denied) found.push(`${actor}: whole rows are not denied`);
    }
    if (!allowed) continue;
    const rows = await ask(open);
    found.push(
      ...listDifferences(
        actor,
        rows.map((row) => nameOf(table, withLocalDates(row))),
        allowed,
      ),
    );
  }
  return found;
}

/** Calendar dates as `pg` reads them: Prisma has them at midnight in UTC, `pg` in the zone of the process. */
function withLocalDates(row: AnyRow): AnyRow {
  const local = (at: Date) => new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date && name.endsWith('On') ? local(value) : value,
    ]),
  );
}

async function nestedDifferences(world: World, me: Me, scope: Scope): Promise<string[]> {
  if (!whoSeesWhat.clients[me.kind]) return [];
  const branches = openBranches(world, me, underClient);
  const select = selectOf('clients', branches);
  // A join of many rows reads them whole, which is denied to a role that may read some of their columns.
  const rows = await scope((db) => delegate(db, 'clients').findMany({ select, relationLoadStrategy: 'query' }));
  const shown = shownLines('clients', rows, branches);
  return listDifferences(`${nameOfMe(me)} nested`, shown, allowedLines(world, me, 'clients', branches));
}

/** Whether the error is a missing privilege in PostgreSQL, in Prisma's wording or PostgreSQL's own. */
export const isDenial = (error: unknown): boolean =>
  error instanceof Error && /permission denied|denied access/.test(error.message);
