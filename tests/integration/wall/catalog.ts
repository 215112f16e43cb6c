import type pg from 'pg';
import { kinds, roleOf } from '@/tests/support/wall/subject';
import { whoCallsWhat } from '@/tests/support/wall/who-calls-what';

/** Rights to call a function that differ from the oracle's. */
export async function callDifferences(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; role: string; may: boolean }>(
    `select p.proname as name, r.rolname as role, has_function_privilege(r.oid, p.oid, 'execute') as may
     from pg_proc p, pg_roles r where p.pronamespace = 'public'::regnamespace and r.rolname = any($1)`,
    [Object.values(roleOf)],
  );
  const is = rows.filter(({ may }) => may).map(({ name, role }) => `${role} calls ${name}`);
  const may = Object.entries(whoCallsWhat).flatMap(([name, by]) => by.map((kind) => `${roleOf[kind]} calls ${name}`));
  const unknown = rows
    .filter(({ name }) => !(name in whoCallsWhat))
    .map(({ name }) => `the oracle does not know ${name}`);
  return [
    ...is.filter((call) => !may.includes(call)).map((call) => `${call} and may not`),
    ...may.filter((call) => !is.includes(call)).map((call) => `${call} no more`),
    ...new Set(unknown),
  ];
}

/** Privileges that no statement of the portal needs. */
export const idlePrivileges = ['REFERENCES', 'TRIGGER', 'MAINTAIN'];

export async function idleRights(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ held: string }>(
    `select format('%s on %s by %s', a.privilege_type, c.relname, case a.grantee when 0 then 'public' else a.grantee::regrole::text end) as held
     from pg_class c left join pg_attribute t on t.attrelid = c.oid,
       lateral (select * from aclexplode(c.relacl) union select * from aclexplode(t.attacl)) a
     where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner and a.privilege_type = any($1)`,
    [idlePrivileges],
  );
  return [...new Set(rows.map(({ held }) => held))];
}

/** The roles of the wall by their SQL names, and PUBLIC. */
export const grantees = [...kinds.map((kind) => roleOf[kind]), 'public'];
