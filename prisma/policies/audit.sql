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
