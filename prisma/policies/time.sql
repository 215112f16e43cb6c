-- ── time_entries ──
-- A client user sees the hours of the projects they see, never their cost; staff do not see the cost either.
grant select (id, tenant_id, client_id, project_id, user_name, worked_on, minutes, description, billable, created_at) on time_entries to oriel_client;
grant select (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, invoice_line_id, created_at, updated_at),
  insert (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, created_at, updated_at), delete,
  update (project_id, worked_on, minutes, description, billable, updated_at) on time_entries to oriel_staff;
grant select, insert, delete, update (project_id, worked_on, minutes, description, billable, cost_rate_minor, invoice_line_id, updated_at) on time_entries to oriel_admin;
create policy time_entries_client on time_entries for select to oriel_client using (client_id = (select app_client()));
create policy time_entries_team on time_entries to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
