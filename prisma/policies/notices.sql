-- ── notifications ──
-- A user sees and marks as read the own notifications; staff and admins create them for users of the tenant.
grant select, update (read_at) on notifications to oriel_client;
grant select, insert, update (read_at) on notifications to oriel_staff, oriel_admin;
create policy notifications_client on notifications to oriel_client using (user_id = (select app_user()));
create policy notifications_team on notifications to oriel_staff, oriel_admin using (user_id = (select app_user())) with check (tenant_id = (select app_tenant()));

-- ── notification_settings ──
-- A user keeps the own notification settings.
grant select, insert, update (cadence) on notification_settings to oriel_client, oriel_staff, oriel_admin;
create policy notification_settings_client on notification_settings to oriel_client using (user_id = (select app_user()));
create policy notification_settings_team on notification_settings to oriel_staff, oriel_admin using (user_id = (select app_user()));
