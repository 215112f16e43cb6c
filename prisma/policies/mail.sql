-- ── mails ──
-- Admins read what the business has sent to whom; mails of the platform are read by nobody. The worker writes them.
grant select on mails to oriel_admin;
grant select, insert, delete, update (job, state, to_address, subject, content, attempts, unconfirmed, last_error, tried_at, sent_at) on mails to oriel_worker;
create policy mails_admin on mails for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy mails_worker on mails to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));

-- ── mail_items ──
-- A trigger adds what is to be mailed; the worker takes it.
grant select, delete, update (mail_id) on mail_items to oriel_worker;
create policy mail_items_worker on mail_items to oriel_worker using (tenant_id = (select app_tenant()));

-- ── mail_preferences ──
-- A person keeps the own ones. The link in a mail stops its person's mails without a sign-in.
grant select, insert, update (time_zone, quiet_from, quiet_to, stopped_at) on mail_preferences to oriel_client, oriel_staff, oriel_admin;
grant select (user_id, tenant_id, stopped_at), insert (user_id, tenant_id, stopped_at), update (stopped_at) on mail_preferences to oriel_login;
create policy mail_preferences_client on mail_preferences to oriel_client using (user_id = (select app_user()));
create policy mail_preferences_team on mail_preferences to oriel_staff, oriel_admin using (user_id = (select app_user()));
create policy mail_preferences_login on mail_preferences to oriel_login using (true);

-- ── reply_addresses ──
-- The worker makes them for the mails of a tenant, and looks up the one that an answer was sent to.
grant select, insert on reply_addresses to oriel_worker;
create policy reply_addresses_worker on reply_addresses to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));

-- ── received_mails ──
-- The worker notes each mail that it has read, and forgets old ones.
grant select, insert, delete on received_mails to oriel_worker;
create policy received_mails_worker on received_mails to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));
