-- ── client_exports ──
-- A person of a client asks for what they may see themselves, and sees what they asked for while they belong to that client.
grant select, insert (id, tenant_id, client_id, user_id, asked_by_id, asked_by_name, created_at), update (downloaded_at) on client_exports to oriel_client, oriel_admin;
create policy client_exports_client on client_exports for select to oriel_client using (asked_by_id = (select app_user()) and client_id = (select app_client()));
create policy client_exports_client_update on client_exports for update to oriel_client using (asked_by_id = (select app_user()) and client_id = (select app_client()));
create policy client_exports_client_insert on client_exports for insert to oriel_client
  with check (client_id = (select app_client()) and user_id = (select app_user()) and asked_by_id = (select app_user()));
-- An admin asks in the place of a person of the client, whose eyes the worker then takes.
create policy client_exports_admin on client_exports for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy client_exports_admin_update on client_exports for update to oriel_admin using (tenant_id = (select app_tenant()));
create policy client_exports_admin_insert on client_exports for insert to oriel_admin with check (
  tenant_id = (select app_tenant()) and asked_by_id = (select app_user())
  and exists (select from users u where u.id = client_exports.user_id and u.client_id = client_exports.client_id));
-- The worker makes it, and removes the file when its time is over.
grant select, update (state, reason, done_files, total_files, file_name, storage_key, byte_size, sha256, ready_at, expires_at) on client_exports to oriel_worker;
create policy client_exports_worker on client_exports to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));

-- What the function notify tells of it (notify.sql), and the trigger that adds its job.
grant select (id, tenant_id, client_id, asked_by_id, state) on client_exports to oriel_definer;
grant select (name) on clients to oriel_definer;
create policy client_exports_definer on client_exports for select to oriel_definer using (tenant_id = (select app_tenant()));
grant create on schema public to oriel_definer;
alter function start_client_export() owner to oriel_definer;
revoke create on schema public from oriel_definer;
