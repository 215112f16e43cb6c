import type { WriteDb } from '@/lib/db/handles';

type Line = { sql: string };

const tables = `select c.oid, c.oid::regclass::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`;

/** How each trigger fires today, as the statement that makes it so again. */
const triggers = `select format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
    case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname) as sql
  from pg_trigger t join (${tables}) own on own.oid = t.tgrelid where not t.tgisinternal and t.tgenabled <> 'D' order by 1`;

/** Foreign keys that are checked row by row. */
const keys = `select format('alter table %s alter constraint %I', k.conrelid::regclass, k.conname) as sql
  from pg_constraint k join (${tables}) own on own.oid = k.conrelid where k.contype = 'f' and not k.condeferrable order by 1`;

/**
 * Runs `work` in the open transaction of the owner with the rows of all tables in reach: without row security, without the triggers that
 * sign, chain, count and refuse, and with foreign keys that are checked at the end. All of it is as before when it returns; when it throws,
 * the transaction is to be rolled back, which has the same effect. Other transactions wait meanwhile.
 */
export async function withOpenWall<T>(
  db: WriteDb,
  work: (closeTriggers: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const run = async (lines: readonly string[]) => {
    for (const line of lines) await db.$executeRawUnsafe(line);
  };
  const names = (await db.$queryRawUnsafe<{ name: string }[]>(`select name from (${tables}) own order by 1`)).map(
    ({ name }) => name,
  );
  const enabling = (await db.$queryRawUnsafe<Line[]>(triggers)).map(({ sql }) => sql);
  const deferred = (await db.$queryRawUnsafe<Line[]>(keys)).map(({ sql }) => sql);
  await run(names.map((name) => `alter table ${name} disable row level security, disable trigger user`));
  await run(deferred.map((key) => `${key} deferrable initially deferred`));
  const closeTriggers = async () => {
    await run(['set constraints all immediate']);
    await run(deferred.map((key) => `${key} not deferrable`));
    await run(enabling);
  };
  const result = await work(closeTriggers);
  await run(['set constraints all immediate', ...names.map((name) => `alter table ${name} enable row level security`)]);
  return result;
}
