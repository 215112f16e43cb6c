import type pg from 'pg';
import type { TableName } from '@/tests/support/wall/world';

/** One half of a policy, replaced by `true` or stripped of one condition, for one of the policy's roles. */
export type Loosening = {
  policy: string;
  table: TableName;
  role: string;
  command: PolicyCommand;
  what: string;
  sql: string;
};

/** The statements that a policy is for. */
export type PolicyCommand = 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

type Side = 'using' | 'with check';
type Half = {
  policy: string;
  table: TableName;
  role: string;
  command: PolicyCommand;
  others: string[];
  side: Side;
  says: string;
  /** The policy without its halves and roles: `as restrictive for update`. */
  manner: string;
  using: string | null;
  check: string | null;
  /** Whether any row that the role reads, adds or changes depends on this half. */
  matters: boolean;
};

// Without a WITH CHECK, a policy's USING is its check. A check matters where its role may insert rows, or update a column
// that the policy reads.
const halves = `
  with policies as (
    select p.*, o.oid, o.polrelid, role, array_remove(p.roles::text[], role) as others,
        format('as %s for %s', p.permissive, p.cmd) as manner
      from pg_policies p
      join pg_policy o on o.polname = p.policyname and o.polrelid = format('%I.%I', p.schemaname, p.tablename)::regclass,
      unnest(p.roles::text[]) role
    where p.schemaname = 'public')
  select policyname as policy, tablename as "table", role, cmd as command, others, manner, qual as using, with_check as check,
      'using' as side, qual as says, true as matters
    from policies where qual is not null
  union all
  select policyname, tablename, role, cmd, others, manner, qual, with_check, 'with check', coalesce(with_check, qual),
      (cmd in ('ALL', 'INSERT') and has_any_column_privilege(role, polrelid, 'INSERT'))
      or (cmd in ('ALL', 'UPDATE') and exists (
        select from pg_depend d where d.classid = 'pg_policy'::regclass and d.objid = policies.oid and d.refobjid = polrelid
          and d.refobjsubid > 0 and has_column_privilege(role, polrelid, d.refobjsubid::smallint, 'UPDATE')))
    from policies where cmd in ('ALL', 'INSERT', 'UPDATE')
  order by 2, 1, 3, 9`;

/** Every loosening of one policy for one of its roles: each half replaced by true, and each half without one condition. */
export async function everyLoosening(owner: pg.Client): Promise<Loosening[]> {
  const { rows } = await owner.query<Half>(halves);
  return rows.flatMap((half) => {
    if (!half.matters || half.says === 'true') return [];
    const { policy, table, role, command, side } = half;
    const loosen = (what: string, left: string): Loosening => {
      return { policy, table, role, command, what: `${side} ${what}`, sql: loosened(half, left) };
    };
    const conditions = conditionsOf(half.says);
    const without = (gone: string) => conditions.filter((condition) => condition !== gone).join(' and ');
    return [
      loosen('true', 'true'),
      ...(conditions.length > 1 ? conditions.map((gone) => loosen(`without ${gone}`, without(gone))) : []),
    ];
  });
}

/** SQL that replaces one half by `left` for this role only; the policy's other roles keep the original. */
function loosened({ policy, table, role, others, side, manner, using, check }: Half, left: string): string {
  if (others.length === 0) return `alter policy ${policy} on ${table} ${side} (${left})`;
  const halves: [Side, string | null][] = [
    ['using', side === 'using' ? left : using],
    ['with check', side === 'with check' ? left : check],
  ];
  const says = halves.flatMap(([name, half]) => (half === null ? [] : [`${name} (${half})`])).join(' ');
  return `alter policy ${policy} on ${table} to ${others.join(', ')};
    create policy ${policy}_loosened on ${table} ${manner} to ${role} ${says}`;
}

/** The top-level AND conditions of an expression as PostgreSQL prints it: `((a = b) AND (c = d))`. */
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
