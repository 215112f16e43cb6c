-- A notification of a client's person belongs to that client, so that it is hidden after a move to another one. Notifications with
-- one group key are one row while it is unread.
alter table notifications
  add column client_id uuid,
  add column project_id uuid,
  add column group_key text;

drop index notifications_user_id_read_at_idx;
create unique index notifications_user_id_group_key_key on notifications (user_id, group_key) where read_at is null;
create index notifications_unread_idx on notifications (user_id, created_at desc, id) where read_at is null;
create index notifications_record_id_idx on notifications (record_id);

-- For the people of the team, of whom a tenant has few.
create index users_team_idx on users (tenant_id) where user_type in ('staff', 'admin');

-- Days before the due date on which a client is reminded, and days after it on which client and admins are; null for never.
alter table billing_settings
  add column remind_days_before int default 3,
  add column remind_days_after int default 1,
  add constraint billing_settings_reminders check (remind_days_before between 0 and 60 and remind_days_after between 1 and 60);
