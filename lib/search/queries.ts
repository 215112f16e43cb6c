import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import { type FoundRow, foundColumns, toResult } from '@/lib/search/columns';
import { bestFirst, type Candidate } from '@/lib/search/rule';
import { clientKinds, type Search, type SearchAnswer, type SearchKind, teamKinds } from '@/lib/search/schemas';

/** The most records of a kind that are counted: among others, and where one kind is asked for. */
const mostOfKind = { among: 20, alone: 100 };

/**
 * What the actor finds, the best first. A function of the wall names candidates from the actor's own scopes by an index, and the
 * records are read under their own policies, so that a candidate that the actor cannot read is neither shown nor counted.
 */
export async function searchRecords(
  db: ReadDb,
  { q, kinds: asked, limit }: Search,
  actor: ClientActor | TeamActor,
): Promise<SearchAnswer> {
  const area = actor.userType === 'client' ? 'client' : 'admin';
  const kinds: readonly SearchKind[] = asked ?? (area === 'client' ? clientKinds : teamKinds);
  const most = kinds.length === 1 ? mostOfKind.alone : mostOfKind.among;
  const named = await db.$queryRaw<Candidate[]>`
    select kind, record_id::text as id, rank from search_found(${q}, ${[...kinds]}::text[], ${most}::int)`;
  const candidates = bestFirst(named);
  if (candidates.length === 0) return { data: [], nextCursor: null, counts: [] };
  const rows = await readFound(db, q, candidates, limit, area);
  const read = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  const visible = candidates.flatMap(({ kind, id, rank }) => {
    const row = read.get(`${kind} ${id}`);
    return row ? [{ row, rank }] : [];
  });
  const counts = kinds.flatMap((type) => {
    const count = visible.filter(({ row }) => row.kind === type).length;
    return count > 0 ? [{ type, count: Math.min(count, most), more: count > most }] : [];
  });
  const data = visible.slice(0, limit).map(({ row, rank }) => toResult(row, rank, area, actor.tenant.timeZone));
  return { data, nextCursor: null, counts };
}

/** The candidates that the actor may read, in no order; the first `limit` of them with an excerpt. One statement. */
function readFound(db: ReadDb, q: string, candidates: readonly Candidate[], limit: number, area: 'client' | 'admin') {
  const kinds = [...new Set(candidates.map(({ kind }) => kind))];
  return db.$queryRaw<FoundRow[]>`
    with wanted as materialized (
      select * from unnest(${candidates.map(({ kind }) => kind)}::text[], ${candidates.map(({ id }) => id)}::uuid[],
        ${candidates.map((_, index) => index < limit)}::boolean[]) as w (kind, id, shown)
    ), asked as materialized (select search_words(oriel_fold(left(${q}, 200))) as words
    ), found as (${foundColumns(area, kinds)})
    select f.kind, f.id::text, f.title, f.number, f.parent_id::text as "parentId", f.project_id::text as "projectId",
      p.name as "projectName", case when ${area}::text = 'admin' then c.name end as "clientName", search_excerpt(f.body, (select words from asked)) as excerpt, f.day::text, f.at
    from found f left join projects p on p.id = f.project_id left join clients c on c.id = f.client_id`;
}
