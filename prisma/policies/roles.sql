-- The wall: grants and row security, enforced by PostgreSQL for every query of the application.
--
-- Each transaction takes one of the roles below and sets app.user_id, app.client_id and app.tenant_id (lib/authz/scope.ts);
-- without a role every statement ends in "permission denied". The files of this folder are applied in the order of order.txt,
-- as one script in one transaction, after the migrations, and can be applied again at any time.
-- A grant says which statements a role may run, a policy on which rows. A role that a table does not name has no access to it.

-- ── Roles ──
-- oriel_client    client users                          oriel_staff     staff of a tenant
-- oriel_admin     admins of a tenant                    oriel_platform  super-admins
-- oriel_login     sign-in: credentials, sessions, tokens and links, before the actor is known
-- oriel_worker    background jobs: removes abandoned uploads and expired idempotency keys, proves the ledger
-- oriel_public    visitors of a showcase                oriel_guest     whoever holds a guest pass of a client user
-- oriel_definer   owner of the functions past row security; nobody's login
-- oriel_app       the application's login: a member of all but oriel_definer, without a right of its own
do $$
declare
  name text;
begin
  -- Version 0.1 called oriel_definer oriel_keeper.
  if exists (select from pg_roles where rolname = 'oriel_keeper') and not exists (select from pg_roles where rolname = 'oriel_definer') then
    alter role oriel_keeper rename to oriel_definer;
  end if;
  foreach name in array array['oriel_client', 'oriel_staff', 'oriel_admin', 'oriel_platform', 'oriel_login', 'oriel_worker', 'oriel_public', 'oriel_guest', 'oriel_definer'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin noinherit', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'oriel_app') then
    create role oriel_app login noinherit;
  end if;
  -- A role oriel_app may exist already. Inheriting, it would have the rights of all roles at once, without taking any.
  if exists (select from pg_roles where rolname = 'oriel_app' and (rolsuper or rolbypassrls)) then
    raise exception 'the role oriel_app bypasses row security: as a superuser run ALTER ROLE oriel_app NOSUPERUSER NOBYPASSRLS';
  end if;
  if (select rolinherit from pg_roles where rolname = 'oriel_app') then
    alter role oriel_app noinherit;
  end if;
  foreach name in array array['oriel_client', 'oriel_staff', 'oriel_admin', 'oriel_platform', 'oriel_login', 'oriel_worker', 'oriel_public', 'oriel_guest'] loop
    if not pg_has_role('oriel_app', name, 'member') then
      execute format('grant %I to oriel_app', name);
    elsif current_setting('server_version_num')::int >= 160000 and pg_has_role('oriel_app', name, 'usage') then
      execute format('grant %I to oriel_app with inherit false', name);
    end if;
  end loop;
  if not pg_has_role(current_user, 'oriel_definer', 'usage') then
    execute format('grant oriel_definer to %I', current_user);
  end if;
  -- Before PostgreSQL 17 there is no limit on transactions, only the one on statements.
  if current_setting('server_version_num')::int >= 170000 then
    alter role oriel_app set transaction_timeout = '30s';
  end if;
end $$;

-- ── Reset ──
-- Removes all policies and grants, so that a line deleted from these files is a right revoked.
do $$
declare
  line record;
begin
  for line in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', line.policyname, line.tablename);
  end loop;
  for line in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', line.relname);
    execute format('alter table %I force row level security', line.relname);
  end loop;
end $$;
revoke all on all tables in schema public from public, oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_guest, oriel_definer, oriel_app;
revoke all on all functions in schema public from public, oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_guest, oriel_app;
revoke create on schema public from public;
-- A temporary table or a large object would be a place beside the wall. The functions of large objects are the superuser's.
do $$
declare
  line record;
begin
  if pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'usage') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
  if (select rolsuper from pg_roles where rolname = current_user) then
    for line in select oid::regprocedure as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread$|lowrite$)' loop
      execute format('revoke execute on function %s from public', line.name);
    end loop;
  end if;
end $$;
grant usage on schema public to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_guest, oriel_definer;

-- ── Settings ──
-- The actor of the transaction. A setting is '' and not null on a connection that was used before: nullif treats both alike.
-- Policies call these in a sub-select, which PostgreSQL evaluates once per query and not once per row.
create or replace function app_user() returns uuid stable parallel safe set search_path = public, pg_temp language sql as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create or replace function app_client() returns uuid stable parallel safe set search_path = public, pg_temp language sql as $$ select nullif(current_setting('app.client_id', true), '')::uuid $$;
create or replace function app_tenant() returns uuid stable parallel safe set search_path = public, pg_temp language sql as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
revoke execute on function app_user(), app_client(), app_tenant() from public;
grant execute on function app_user(), app_client(), app_tenant() to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_guest, oriel_definer;

-- ── Search ──
-- Whoever searches a list or writes a row with a generated search_text folds text.
grant execute on function oriel_fold(text) to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_definer;
