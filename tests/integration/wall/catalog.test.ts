import { describe, expect, test } from 'vitest';
import { callDifferences, idleRights } from '@/tests/integration/wall/catalog';
import { testDatabase } from '@/tests/support/database/database';
import { kinds, roleOf } from '@/tests/support/wall/subject';

const { owner } = await testDatabase();

async function names(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql, values);
  return rows.map(({ name }) => name);
}

describe('the wall has no gap beside the grants and policies', () => {
  test('row security is on and forced on every table, the owner included', async () => {
    const open = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')
       and relname <> '_prisma_migrations' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  test('there are no views, sequences or foreign tables, which row security would not cover', async () => {
    const others = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I', 'c')`;
    expect(await names(others)).toEqual([]);
  });

  test('every policy names its roles: none is for everybody', async () => {
    expect(await names(`select policyname as name from pg_policies where 'public' = any(roles)`)).toEqual([]);
  });

  test('functions are called by whom the oracle lets call them', async () => {
    expect(await callDifferences(owner)).toEqual([]);
  });

  test('functions that look past the wall are the known ones, belong to the definer and trust no search path', async () => {
    const { rows } = await owner.query(
      `select proname, proowner::regrole::text as owner, proconfig as settings from pg_proc
       where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    const settings = ['search_path=public, pg_temp'];
    expect(rows).toEqual(
      [
        'business_face',
        'business_logo',
        'chain_audit_link',
        'changes_of_projects',
        'end_access',
        'enqueue_account_mail',
        'forget_imports',
        'guest_projects',
        'guest_sees',
        'has_hours',
        'has_money',
        'index_changed',
        'keep_planned_dates',
        'last_change',
        'link_audit_entries',
        'looks_at_me',
        'mail_cadences',
        'mark_first_sign_in',
        'matching_clients',
        'matching_documents',
        'matching_file_names',
        'matching_people',
        'matching_projects',
        'matching_tickets',
        'next_bill_number',
        'next_ticket_number',
        'notices_about',
        'notify',
        'paper_by_code',
        'plan_import',
        'plan_mails',
        'plan_renewed_mails',
        'portal_people',
        'retract_notices',
        'retry_mail',
        'roll_up_hours',
        'roll_up_money',
        'roll_up_usage',
        'search_found',
        'start_client_export',
        'statement_code',
        'storage_room',
        'team_members',
        'tenant_usage',
        'trust_address',
        'unread_notifications',
        'unread_tickets',
        'update_people',
      ].map((proname) => ({
        proname,
        owner: 'oriel_definer',
        settings,
      })),
    );
  });

  test('nobody may refer to, build on or maintain a table, nor look into the list of migrations', async () => {
    expect(await idleRights(owner)).toEqual([]);
    const readers = `select r.rolname as name from pg_roles r where r.rolname = any($1) and to_regclass('_prisma_migrations') is not null
      and has_table_privilege(r.oid, to_regclass('_prisma_migrations'), 'select')`;
    expect(await names(readers, [Object.values(roleOf)])).toEqual([]);
  });

  test('nobody may create anything in the schema', async () => {
    const makers = `select rolname as name from pg_roles where rolname = any($1) and has_schema_privilege(oid, 'public', 'create')`;
    expect(await names(makers, [Object.values(roleOf)])).toEqual([]);
  });
});

describe('the roles', () => {
  test('inherit nothing, bypass nothing, make nothing; only oriel_app logs in', async () => {
    const { rows } = await owner.query(
      `select rolname, rolcanlogin from pg_roles where rolname = any($1)
       and not (rolsuper or rolinherit or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`,
      [Object.values(roleOf)],
    );
    expect(Object.fromEntries(rows.map(({ rolname, rolcanlogin }) => [rolname, rolcanlogin]))).toEqual(
      Object.fromEntries(kinds.map((kind) => [roleOf[kind], kind === 'nobody'])),
    );
  });

  test('oriel_app may take every role but the definer, has the rights of none of them, and passes none on', async () => {
    const { rows } = await owner.query(
      `select rolname, pg_has_role('oriel_app', oid, 'member') as member, pg_has_role('oriel_app', oid, 'usage') as inherits
       from pg_roles where rolname like 'oriel\\_%' and rolname <> 'oriel_app'`,
    );
    const taken = kinds
      .filter((kind) => kind !== 'nobody')
      .map((kind) => ({ rolname: roleOf[kind], member: kind !== 'definer', inherits: false }));
    expect(rows).toEqual(expect.arrayContaining(taken));
    expect(rows).toHaveLength(taken.length);
    expect(
      await names(
        `select roleid::regrole::text as name from pg_auth_members where member = 'oriel_app'::regrole and admin_option`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `select member::regrole::text as name from pg_auth_members where member::regrole::text like 'oriel\\_%' and member <> 'oriel_app'::regrole`,
      ),
    ).toEqual([]);
  });

  test('no role owns a table', async () => {
    const owners = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relowner::regrole::text like 'oriel\\_%'`;
    expect(await names(owners)).toEqual([]);
  });
});
