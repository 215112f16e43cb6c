import type pg from 'pg';
import type { TableName } from '@/tests/support/wall/world';

/** One half of a policy, made to say yes to everything, or to one condition less than it did. */
export type Loosening = { policy: string; table: TableName; roles: string[]; what: string; sql: string };

type Half = {
  policy: string;
  table: TableName;
  roles: string[];
  side: 'using' | 'with check';
  says: string;
  /** Whether any row that a role reads, adds or changes depends on what this half says. */
  matters: boolean;
};

// Without a check of its own, a policy's USING is its check. A check matters where one of its roles may add rows, or change a
// column that the policy speaks of.
const halves = `
  with policies as (
    select p.*, o.oid, o.polrelid from pg_policies p
      join pg_policy o on o.polname = p.policyname and o.polrelid = format('%I.%I', p.schemaname, p.tablename)::regclass
    where p.schemaname = 'public')
  select policyname as policy, tablename as "table", roles::text[], 'using' as side, qual as says, true as matters
    from policies where qual is not null
  union all
  select policyname, tablename, roles::text[], 'with check', coalesce(with_check, qual), exists (
      select from unnest(roles) role
      where (cmd in ('ALL', 'INSERT') and has_any_column_privilege(role, polrelid, 'INSERT'))
        or (cmd in ('ALL', 'UPDATE') and exists (
          select from pg_depend d where d.classid = 'pg_policy'::regclass and d.objid = policies.oid and d.refobjid = polrelid
            and d.refobjsubid > 0 and has_column_privilege(role, polrelid, d.refobjsubid::smallint, 'UPDATE'))))
    from policies where cmd in ('ALL', 'INSERT', 'UPDATE')
  order by 2, 1, 4`;

/** Every way to loosen one policy: each half replaced by true, and each half without one of its conditions. */
export async function everyLoosening(owner: pg.Client): Promise<Loosening[]> {
  const { rows } = await owner.query<Half>(halves);
  return rows.flatMap(({ policy, table, roles, side, says, matters }) => {
    if (!matters || says === 'true') return [];
    const loosen = (what: string, left: string): Loosening => {
      const sql = `alter policy ${policy} on ${table} ${side} (${left})`;
      return { policy, table, roles, what: `${side} ${what}`, sql };
    };
    const conditions = conditionsOf(says);
    const without = (gone: string) => conditions.filter((condition) => condition !== gone).join(' and ');
    return [
      loosen('true', 'true'),
      ...(conditions.length > 1 ? conditions.map((gone) => loosen(`without ${gone}`, without(gone))) : []),
    ];
  });
}

/** The conditions that AND joins at the top of an expression as PostgreSQL prints it: `((a = b) AND (c = d))`. */
function conditionsOf(says: string): string[] {
  const inner = says.startsWith('(') && closingOf(says) === says.length - 1 ? says.slice(1, -1) : says;
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '(') depth += 1;
    else if (inner[at] === ')') depth -= 1;
    else if (depth === 0 && inner.startsWith(' AND ', at)) {
      found.push(inner.slice(start, at));
      start = at + ' AND '.length;
    }
  }
  return [...found, inner.slice(start)];
}

function closingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}
