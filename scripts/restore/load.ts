import { proveTrail } from '@/lib/audit/proof/queries';
import { type Place, start } from '@/lib/audit/proof/rule';
import type { WriteDb } from '@/lib/db/handles';
import { entry, takenTables } from '@/lib/exports/business/format';
import { chainsOf, columnsOf, type TakenTable } from '@/lib/exports/business/rows';
import { listAccounts, proveAccount, proveTenant } from '@/lib/ledger/proof/queries';
import { SetupError } from '@/lib/setup-error';
import { inPages } from '@/scripts/ledger/in-pages';
import { checkedLines, type OpenedArchive } from '@/scripts/restore/archive';
import { withOpenWall } from '@/scripts/restore/open-wall';

/** Lines and characters that one statement inserts. */
const most = { lines: 500, characters: 4 * 1024 * 1024 };

/** Throws a SetupError unless the installation has no business and its tables have the columns of the archive. */
export async function requireEmpty(db: WriteDb, { about }: OpenedArchive, migration: string): Promise<void> {
  if (about.lastMigration !== migration)
    throw new SetupError(
      `The archive is of the version with the migration ${about.lastMigration}, and this is the one with ${migration}: restore it with that version, and upgrade then`,
    );
  for (const table of takenTables) {
    const here = await columnsOf(db, table);
    const there = about.tables.find(({ name }) => name === table)?.columns ?? [];
    const told = (columns: typeof here) => columns.map(({ name, type }) => `${name} ${type}`).sort();
    const [own, theirs] = [told(here), told(there)];
    const strange = theirs.find((column) => !own.includes(column)) ?? own.find((column) => !theirs.includes(column));
    if (strange) throw new SetupError(`The table ${table} has not the same columns here: ${strange}`);
  }
}

/**
 * Inserts the rows of a checked archive, makes the index of the search anew and proves both chains. Throws a SetupError, or what PostgreSQL
 * refuses; the caller rolls back.
 */
export async function loadBusiness(db: WriteDb, archive: OpenedArchive): Promise<void> {
  await db.$executeRawUnsafe(
    `select set_config('TimeZone', 'UTC', true), set_config('app.tenant_id', '${archive.about.tenant.id}', true)`,
  );
  await withOpenWall(db, async (closeTriggers) => {
    const [there] = await db.$queryRaw<{ name: string }[]>`select name from tenants limit 1`;
    if (there) throw new SetupError(`This installation is not empty: it has the business ${there.name}`);
    for (const table of takenTables) await insertTable(db, archive, table);
    await db.$executeRaw`update mails set state = 'kept' where state = 'waiting'`;
    await closeTriggers();
    await resumeImports(db);
    await indexAll(db);
    await prove(db, archive);
  });
}

async function insertTable(db: WriteDb, archive: OpenedArchive, table: TakenTable): Promise<void> {
  const columns = (await columnsOf(db, table)).map(({ name }) => `"${name}"`).join(', ');
  const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
  let [lines, characters]: [string[], number] = [[], 0];
  const flush = async () => {
    if (lines.length > 0) await db.$executeRawUnsafe(sql, `[${lines.join(',')}]`);
    [lines, characters] = [[], 0];
  };
  for await (const line of checkedLines(archive, entry.table(table))) {
    lines.push(line);
    characters += line.length;
    if (lines.length >= most.lines || characters >= most.characters) await flush();
  }
  await flush();
}

/** An import that was at work gets the job anew that it had. */
async function resumeImports(db: WriteDb): Promise<void> {
  await db.$executeRaw`
    insert into jobs (id, tenant_id, kind, arguments, due_at)
    select gen_random_uuid(), tenant_id, 'import', jsonb_build_object('importId', id, 'userId', created_by_id), now()
    from imports where status in ('checking', 'importing', 'undoing')`;
}

/** The words of all records, by the function that the triggers of the search call, some thousand at a time. */
async function indexAll(db: WriteDb): Promise<void> {
  const sources = await db.$queryRaw<{ name: string; kind: string }[]>`
    select distinct t.tgrelid::regclass::text as name, split_part(encode(t.tgargs, 'escape'), '\\000', 1) as kind
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'index_changed' and split_part(encode(t.tgargs, 'escape'), '\\000', 2) = 'id' order by 1`;
  for (const { name, kind } of sources)
    await db.$executeRawUnsafe(
      `select index_records($1, ids) from (select array_agg(id) as ids from (
         select id, row_number() over (order by id) / 5000 as part from ${name}) numbered group by part) parts`,
      kind,
    );
}

/** Throws a SetupError unless the ledger and the trail hold, to their ends. */
async function prove(db: WriteDb, { about }: OpenedArchive): Promise<void> {
  const here = await chainsOf(db);
  if (here.ledger !== about.chains.ledger) throw new SetupError('The ledger does not end where the archive says');
  if (here.audit.position !== about.chains.audit.position || here.audit.hash !== about.chains.audit.hash)
    throw new SetupError('The audit trail does not end where the archive says');
  const inThis = <R>(work: (handle: WriteDb) => Promise<R>) => work(db);
  for await (const { id, name } of inPages((after) => listAccounts(db, after))) {
    const outcome = await proveAccount(inThis, id);
    if (outcome.break) throw new SetupError(`The account of ${name} (${id}) does not hold: ${outcome.break.kind}`);
  }
  const broken = await proveTenant(db);
  if (broken) throw new SetupError(`The ledger does not hold: ${broken.kind} ${broken.name}`);
  const trail = await proveTrail(inThis, about.tenant.id, async () => ({
    place: await sealedEnd(db),
    lines: 0,
    break: null,
  }));
  if (trail.break) throw new SetupError(`The audit trail does not hold: ${trail.break.kind}`);
}

/** Where the sealed parts of the trail end, and so its chain begins; verify-ledger proves their files, which need the key of their installation. */
async function sealedEnd(db: WriteDb): Promise<Place> {
  const last = await db.auditArchive.findFirst({
    where: { sealedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { lastPosition: true, lastHash: true },
  });
  return last?.lastPosition && last.lastHash ? { position: last.lastPosition, hash: last.lastHash } : start;
}
