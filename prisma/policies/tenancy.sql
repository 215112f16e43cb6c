-- ── tenants ──
-- A person reads the own tenant; the admin changes its settings; the super-admin creates and suspends tenants.
-- Jobs go from tenant to tenant by name.
-- Visitors read an active tenant whose showcase is on, with how to reach it; the sign-in reads the public columns of each.
grant select (id, slug, name, status, currency, time_zone, locale, accent, email, phone, website, address, tax_number, logo_file_id, showcase_enabled, showcase_project_names, date_history_shown, guest_passes_enabled) on tenants to oriel_client, oriel_staff;
grant select, update (name, currency, time_zone, locale, accent, email, phone, website, address, tax_number, logo_file_id, showcase_enabled, showcase_project_names, date_history_shown, guest_passes_enabled, updated_at) on tenants to oriel_admin;
grant select, insert, update (name, slug, status, suspended_at, storage_quota_bytes, updated_at) on tenants to oriel_platform;
grant select (id, slug, name, status, currency, time_zone, locale, accent, logo_file_id, guest_passes_enabled) on tenants to oriel_login;
grant select (id, slug, name, status, locale, time_zone, accent, email, phone, website, logo_file_id, showcase_enabled, showcase_project_names) on tenants to oriel_public;
grant select (id, name, status, locale, time_zone) on tenants to oriel_worker;
create policy tenants_client on tenants for select to oriel_client using (id = (select app_tenant()));
create policy tenants_staff on tenants for select to oriel_staff using (id = (select app_tenant()));
create policy tenants_admin on tenants to oriel_admin using (id = (select app_tenant()));
create policy tenants_platform on tenants to oriel_platform using (true);
create policy tenants_login on tenants for select to oriel_login using (true);
create policy tenants_worker on tenants for select to oriel_worker using (true);
create policy tenants_public on tenants for select to oriel_public using (showcase_enabled and status = 'active');

-- ── number_sequences ──
-- Counted by functions (definer.sql); the proof of the ledger compares the counters with the numbers.
grant select on number_sequences to oriel_worker;
create policy number_sequences_worker on number_sequences for select to oriel_worker using (tenant_id = (select app_tenant()));

-- ── rollups ──
-- An admin reads the sums of the business, staff those of hours, for money is the admins'; the platform reads how businesses grow in
-- people, projects and bytes. Triggers keep them (definer.sql).
grant select on rollups to oriel_staff, oriel_admin, oriel_platform;
create policy rollups_staff on rollups for select to oriel_staff using (tenant_id = (select app_tenant()) and kind = 'minutes');
create policy rollups_admin on rollups for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy rollups_platform on rollups for select to oriel_platform using (kind in ('people', 'projects', 'bytes'));
