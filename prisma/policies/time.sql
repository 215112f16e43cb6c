-- ── time_entries ──
-- A client user sees the hours of the projects they see, as far as the project shows them, never their cost; staff do not see the cost either.
-- Staff enter hours in their own name and change their own, admins those of everybody; what is billed stays.
grant select (id, tenant_id, client_id, shown_client_id, project_id, hours_shown, shown_name, worked_on, minutes, shown_description, billable, created_at) on time_entries to oriel_client;
grant select (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, invoice_line_id, hours_shown, shown_client_id, shown_description, shown_name, created_at, updated_at),
  insert (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, hours_shown, created_at, updated_at), delete,
  update (client_id, project_id, worked_on, minutes, description, billable, hours_shown, updated_at) on time_entries to oriel_staff;
grant select, insert, delete, update (client_id, project_id, worked_on, minutes, description, billable, cost_rate_minor, invoice_line_id, hours_shown, updated_at) on time_entries to oriel_admin;
create policy time_entries_client on time_entries for select to oriel_client using (shown_client_id = (select app_client()));
create policy time_entries_staff on time_entries to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and user_id = (select app_user()));
create policy time_entries_admin on time_entries to oriel_admin using (tenant_id = (select app_tenant()));
create policy time_entries_own on time_entries as restrictive for update to oriel_staff using (user_id = (select app_user()) and invoice_line_id is null);
create policy time_entries_own_removed on time_entries as restrictive for delete to oriel_staff using (user_id = (select app_user()));
create policy time_entries_unbilled on time_entries as restrictive for delete to oriel_staff, oriel_admin using (invoice_line_id is null);

-- ── work_timers ──
-- People of the business start and stop their own timer; nobody else sees it.
grant select, insert, delete on work_timers to oriel_staff, oriel_admin;
create policy work_timers_own on work_timers to oriel_staff, oriel_admin using (user_id = (select app_user()));
