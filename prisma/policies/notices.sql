-- ── notifications ──
-- A user sees and marks as read the own notifications; people of a client those of their present client. They are written by the
-- function notify (notify.sql). Only people who never had a session write them themselves: imported history, such as the demo's.
grant select, update (read_at) on notifications to oriel_client;
grant select, insert, update (read_at) on notifications to oriel_staff, oriel_admin;
create policy notifications_client on notifications to oriel_client using (user_id = (select app_user()) and (client_id is null or client_id = (select app_client())));
create policy notifications_team on notifications to oriel_staff, oriel_admin using (user_id = (select app_user())) with check (tenant_id = (select app_tenant()));
create policy notifications_import on notifications as restrictive for insert to oriel_staff, oriel_admin with check (
  not exists (select from sessions where sessions.user_id = (select app_user())));

-- ── notification_settings ──
-- A user keeps the own notification settings.
grant select, insert, update (cadence) on notification_settings to oriel_client, oriel_staff, oriel_admin;
create policy notification_settings_client on notification_settings to oriel_client using (user_id = (select app_user()));
create policy notification_settings_team on notification_settings to oriel_staff, oriel_admin using (user_id = (select app_user()));

-- ── clock_marks ──
-- The clock notes what it has done, and nobody else reads that.
grant select, insert on clock_marks to oriel_worker;
create policy clock_marks_worker on clock_marks to oriel_worker using (tenant_id = (select app_tenant()));
