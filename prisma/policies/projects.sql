-- ── clients ──
-- A client user reads the own client without its internal notes; staff read the clients of the tenant, admins change them.
-- Onboarding by the super-admin may create the first client, until somebody of the tenant signs in. A job names their accounts.
grant select (id, tenant_id, name, kind, email, phone, address, tax_number, country_code, currency, is_active, created_at, search_text) on clients to oriel_client;
grant select on clients to oriel_staff;
grant select, insert, update (name, kind, email, phone, address, tax_number, country_code, currency, is_active, internal_notes, updated_at) on clients to oriel_admin;
grant insert on clients to oriel_platform;
grant select (id, tenant_id, name, is_active) on clients to oriel_login;
grant select (id, tenant_id, name, currency) on clients to oriel_worker;
create policy clients_client on clients for select to oriel_client using (id = (select app_client()));
create policy clients_staff on clients for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy clients_admin on clients to oriel_admin using (tenant_id = (select app_tenant()));
create policy clients_platform on clients for insert to oriel_platform with check (tenant_id in (select id from tenants where first_signed_in_at is null));
create policy clients_login on clients for select to oriel_login using (true);
create policy clients_worker on clients for select to oriel_worker using (tenant_id = (select app_tenant()));

-- ── projects ──
-- A client user sees projects with client_id = own client; staff and admins see and change those of the tenant.
-- Onboarding by the super-admin may create the first project, until somebody of the tenant signs in.
grant select on projects to oriel_client;
grant select, insert, update (client_user_id, name, description, status, address, starts_on, ends_on, contract_value_minor, hours_shown, date_history_shown, updated_at) on projects to oriel_staff, oriel_admin;
grant insert on projects to oriel_platform;
create policy projects_client on projects for select to oriel_client using (client_id = (select app_client()));
create policy projects_team on projects to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy projects_platform on projects for insert to oriel_platform with check (tenant_id in (select id from tenants where first_signed_in_at is null));

-- Visitors read the names of projects with a public photo, where the open showcase names projects.
grant select (id, tenant_id, name) on projects to oriel_public;
create policy projects_public on projects for select to oriel_public using (
  tenant_id in (select id from tenants where showcase_project_names) and exists (select from photos g where g.project_id = projects.id));

-- ── phases ──
-- A client user sees the phases of the projects they see.
grant select on phases to oriel_client;
grant select, insert, delete, update (key, name, position, status, percent, weight, planned_start_on, planned_end_on, actual_start_on, actual_end_on, baseline_start_on, baseline_end_on, updated_at) on phases to oriel_staff, oriel_admin;
create policy phases_client on phases for select to oriel_client using (client_id = (select app_client()));
create policy phases_team on phases to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));

-- ── phase_date_changes ──
-- The history of planned dates, written by the trigger phases_keep_planned_dates alone. A client user reads it from the plan on, where
-- business and project show it, without the ids of people.
grant select (id, tenant_id, client_id, project_id, phase_id, phase_name, kind, in_plan, from_start_on, from_end_on, to_start_on, to_end_on, reason, note, changed_by_name, created_at) on phase_date_changes to oriel_client;
grant select on phase_date_changes to oriel_staff, oriel_admin;
grant insert, select (id, tenant_id, project_id, phase_id, phase_name, kind, in_plan, from_start_on, from_end_on, to_start_on, to_end_on, reason, created_at) on phase_date_changes to oriel_definer;
create policy phase_date_changes_client on phase_date_changes for select to oriel_client using (client_id = (select app_client()) and in_plan
  and project_id in (select id from projects where date_history_shown) and exists (select from tenants where date_history_shown));
create policy phase_date_changes_team on phase_date_changes for select to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy phase_date_changes_definer on phase_date_changes for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy phase_date_changes_keeper on phase_date_changes for insert to oriel_definer with check (true);

-- ── phase_templates ──
-- Staff read the templates of the business, admins make, change and remove them; clients have nothing to do with them.
grant select on phase_templates to oriel_staff;
grant select, insert, delete, update (name, phases, updated_at) on phase_templates to oriel_admin;
create policy phase_templates_staff on phase_templates for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy phase_templates_admin on phase_templates to oriel_admin using (tenant_id = (select app_tenant()));

-- ── project_updates ──
-- Staff write dated notes in their own name, and clients read them once they are published. A published one is corrected, never
-- removed. A job drafts the weekly report, in nobody's name.
grant select on project_updates to oriel_client;
grant select, insert, delete, update (title, body, posted_on, phase_id, published_at, corrected_at, updated_at) on project_updates to oriel_staff, oriel_admin;
grant select (id, tenant_id, project_id, week_on), insert (id, tenant_id, client_id, project_id, title, body, posted_on, week_on, author_name, created_at, updated_at) on project_updates to oriel_worker;
create policy project_updates_client on project_updates for select to oriel_client using (client_id = (select app_client()) and published_at is not null);
create policy project_updates_team on project_updates to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy project_updates_own_name on project_updates as restrictive for insert to oriel_staff, oriel_admin with check (author_id = (select app_user()));
create policy project_updates_drafts on project_updates as restrictive for delete to oriel_staff, oriel_admin using (published_at is null);
create policy project_updates_worker on project_updates to oriel_worker using (tenant_id = (select app_tenant()));

-- ── project_update_photos ──
-- A photo of an update is visible exactly where both the photo and the update are.
grant select on project_update_photos to oriel_client;
grant select, insert, delete, update (position) on project_update_photos to oriel_staff, oriel_admin;
create policy project_update_photos_client on project_update_photos for select to oriel_client using (exists (select from photos g where g.id = photo_id) and exists (select from project_updates u where u.id = update_id));
create policy project_update_photos_team on project_update_photos to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));

-- ── project_comments ──
-- Both sides comment under published updates that they see, in their own name; the key of the update holds the client.
grant select, insert on project_comments to oriel_client, oriel_staff, oriel_admin;
create policy project_comments_client on project_comments to oriel_client using (client_id = (select app_client())) with check (author_id = (select app_user()) and author_type = 'client');
create policy project_comments_staff on project_comments to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'staff');
create policy project_comments_admin on project_comments to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'admin');
create policy project_comments_published on project_comments as restrictive for insert to oriel_client, oriel_staff, oriel_admin with check (exists (select from project_updates u where u.id = update_id and u.published_at is not null));

-- ── update_notes ──
-- Internal comments on an update are for the team only: no role of a client has a grant.
grant select, insert on update_notes to oriel_staff, oriel_admin;
create policy update_notes_team on update_notes to oriel_staff, oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()));
