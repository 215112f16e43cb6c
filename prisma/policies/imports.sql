-- ── imports, import_records, import_problems ──
-- Admins move records in, each in the own name at the start, and see those of all. What has not written can be thrown away; what an
-- import wrote is noted while it writes, and forgotten while it is taken back.
grant select, insert, delete, update (status, file_id, writing, header, sample, mapping, row_count, done_rows, created_count, changed_count, same_count, problem_count, invites, fault, asked_at, finished_at, updated_at) on imports to oriel_admin;
create policy imports_admin on imports to oriel_admin using (tenant_id = (select app_tenant()));
create policy imports_own_name on imports as restrictive for insert to oriel_admin with check (created_by_id = (select app_user()) and status = 'mapping');
create policy imports_unwritten on imports as restrictive for delete to oriel_admin using (status in ('mapping', 'checked', 'undone'));
grant select, insert, delete on import_records to oriel_admin;
create policy import_records_admin on import_records to oriel_admin using (tenant_id = (select app_tenant()));
create policy import_records_written on import_records as restrictive for insert to oriel_admin with check (exists (select from imports i where i.id = import_id and i.status = 'importing'));
create policy import_records_taken_back on import_records as restrictive for delete to oriel_admin using (exists (select from imports i where i.id = import_id and i.status = 'undoing'));
grant select, insert, delete on import_problems to oriel_admin;
create policy import_problems_admin on import_problems to oriel_admin using (tenant_id = (select app_tenant()));

-- ── What an import created ──
-- Clients, projects and people stay for good, but for those that an import created and takes back while nothing refers to them.
grant delete on clients, projects, users to oriel_admin;
create policy clients_taken_back on clients as restrictive for delete to oriel_admin using (
  id in (select r.record_id from import_records r join imports i on i.id = r.import_id where r.kind = 'clients' and r.is_new and i.status = 'undoing'));
create policy projects_taken_back on projects as restrictive for delete to oriel_admin using (
  id in (select r.record_id from import_records r join imports i on i.id = r.import_id where r.kind = 'projects' and r.is_new and i.status = 'undoing'));
create policy users_taken_back on users as restrictive for delete to oriel_admin using (
  id in (select r.record_id from import_records r join imports i on i.id = r.import_id where r.kind = 'people' and r.is_new and i.status = 'undoing'));
