-- ── audit_entries ──
-- Every role adds lines in its own name, a job within its tenant and in nobody's; admins read those of the tenant, the super-admin reads and adds those without one.
grant insert on audit_entries to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker;
grant select on audit_entries to oriel_admin, oriel_platform;
create policy audit_entries_client on audit_entries for insert to oriel_client with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy audit_entries_staff on audit_entries for insert to oriel_staff with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy audit_entries_admin on audit_entries to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy audit_entries_platform_select on audit_entries for select to oriel_platform using (tenant_id is null);
create policy audit_entries_platform_insert on audit_entries for insert to oriel_platform with check (tenant_id is null and actor_id = (select app_user()));
create policy audit_entries_worker on audit_entries for insert to oriel_worker with check (tenant_id = (select app_tenant()) and actor_id is null);
-- A proof reads the trail of its tenant; that of no tenant without one.
grant select on audit_entries to oriel_worker;
create policy audit_entries_worker_select on audit_entries for select to oriel_worker using (tenant_id is not distinct from (select app_tenant()));
create policy audit_entries_login on audit_entries for insert to oriel_login with check (true);

-- ── audit_links, audit_checks ──
-- Only triggers write links; a proof reads them and keeps what it found. Admins see what was found last.
grant select on audit_links to oriel_worker;
create policy audit_links_worker on audit_links for select to oriel_worker using (tenant_id is not distinct from (select app_tenant()));
grant select, insert, update (checked_at, fault, held_at, position, hash) on audit_checks to oriel_worker;
create policy audit_checks_worker on audit_checks to oriel_worker using (tenant_id is not distinct from (select app_tenant()));
grant select on audit_checks to oriel_admin, oriel_platform;
create policy audit_checks_admin on audit_checks for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy audit_checks_platform on audit_checks for select to oriel_platform using (tenant_id is null);

-- ── audit_archives ──
-- The worker of a business announces an archive and fills in what it wrote; the function seals it and takes its lines out. From then
-- on nobody changes it. Admins read those of the business.
grant select, insert (id, tenant_id, storage_key), delete,
  update (number, first_position, last_position, before_hash, last_hash, line_count, first_at, last_at, byte_size, sha256, public_key) on audit_archives to oriel_worker;
create policy audit_archives_worker_select on audit_archives for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy audit_archives_worker_insert on audit_archives for insert to oriel_worker with check (tenant_id = (select app_tenant()));
create policy audit_archives_worker_update on audit_archives for update to oriel_worker using (tenant_id = (select app_tenant()));
create policy audit_archives_worker_delete on audit_archives for delete to oriel_worker using (tenant_id = (select app_tenant()));
grant select on audit_archives to oriel_admin;
create policy audit_archives_admin on audit_archives for select to oriel_admin using (tenant_id = (select app_tenant()) and sealed_at is not null);

-- ── Old lines ──
-- Seals an archive of the tenant and removes the links that it covers with their lines, in one transaction with whoever calls. The archive
-- must go on where the one before ended, end in the hash of the chain, count every line, and hold nothing that is younger than the
-- business keeps. The worker has stored and read back the file before.
grant select, update (sealed_at) on audit_archives to oriel_definer;
create policy audit_archives_definer on audit_archives to oriel_definer using (true);
grant select (audit_retention_years) on tenants to oriel_definer;
grant delete on audit_links, audit_entries to oriel_definer;
create policy audit_entries_definer_delete on audit_entries for delete to oriel_definer using (tenant_id = (select app_tenant()));
create or replace function seal_audit_archive(archive uuid) returns int security definer set search_path = public, pg_temp language plpgsql as $$
declare
  a audit_archives;
  earlier record;
  years int := (select t.audit_retention_years from tenants t where t.id = app_tenant());
  covered uuid[];
  gone int;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || app_tenant(), 0));
  select * into a from audit_archives x where x.id = archive and x.tenant_id = app_tenant() and x.sealed_at is null;
  select x.number, x.last_position, x.last_hash into earlier from audit_archives x
    where x.tenant_id = app_tenant() and x.sealed_at is not null order by x.number desc limit 1;
  covered := array(select unnest(l.entry_ids) from audit_links l where l.tenant_id = app_tenant() and l.position between a.first_position and a.last_position);
  if a.id is null or years is null
    or a.number is distinct from coalesce(earlier.number, 0) + 1
    or a.first_position is distinct from coalesce(earlier.last_position, 0) + 1
    or a.before_hash is distinct from coalesce(earlier.last_hash, ''::bytea)
    or a.last_hash is distinct from (select l.hash from audit_links l where l.tenant_id = app_tenant() and l.position = a.last_position)
    or a.line_count is distinct from cardinality(covered)
    or exists (select from audit_entries e where e.id = any (covered) and e.created_at >= now() - make_interval(years => years)) then
    raise exception 'this archive does not cover the lines that it names' using errcode = 'restrict_violation';
  end if;
  update audit_archives set sealed_at = now() where id = archive;
  delete from audit_entries e where e.tenant_id = app_tenant() and e.id = any (covered);
  get diagnostics gone = row_count;
  if gone <> a.line_count then
    raise exception 'this archive counts % lines, of which there are %', a.line_count, gone using errcode = 'restrict_violation';
  end if;
  delete from audit_links l where l.tenant_id = app_tenant() and l.position between a.first_position and a.last_position;
  return gone;
end $$;
grant create on schema public to oriel_definer;
alter function seal_audit_archive(uuid) owner to oriel_definer;
alter function keep_unsealed_lines() owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function seal_audit_archive(uuid) from public;
grant execute on function seal_audit_archive(uuid) to oriel_worker;
