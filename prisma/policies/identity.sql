-- ── users ──
-- A person reads and changes the own profile; an admin sees and changes the users of the tenant, staff see no other users.
-- The super-admin sees all users and creates the first ones of a tenant; a set-up link creates a super-admin.
grant select, update (name, phone, locale, updated_at) on users to oriel_client, oriel_staff;
grant select, insert, update (name, phone, locale, email, user_type, is_active, client_portal_enabled, client_id, updated_at) on users to oriel_admin;
grant select, insert, update (name, phone, locale, updated_at) on users to oriel_platform;
grant select, insert, update (last_sign_in_at, updated_at) on users to oriel_login;
create policy users_client on users to oriel_client using (id = (select app_user()));
create policy users_staff on users to oriel_staff using (id = (select app_user()));
create policy users_admin on users to oriel_admin using (tenant_id = (select app_tenant()));
create policy users_platform_select on users for select to oriel_platform using (true);
create policy users_platform_insert on users for insert to oriel_platform with check (user_type in ('admin', 'client'));
create policy users_platform_update on users for update to oriel_platform using (id = (select app_user()));
create policy users_login_select on users for select to oriel_login using (true);
create policy users_login_insert on users for insert to oriel_login with check (user_type = 'super_admin');
create policy users_login_update on users for update to oriel_login using (true);

-- ── credentials ──
-- Password hashes are read by the sign-in only. An admin may set the first password of a user who is not an admin;
-- the primary key refuses a second one.
grant select, insert, update on credentials to oriel_login;
grant insert on credentials to oriel_admin;
create policy credentials_login on credentials to oriel_login using (true);
create policy credentials_admin on credentials for insert to oriel_admin with check (user_id in (select id from users where tenant_id = (select app_tenant()) and user_type <> 'admin'));

-- ── sessions ──
-- Sessions are listed and revoked by their user; a revoked session stays revoked.
grant select, update (revoked_at) on sessions to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant select, insert, update on sessions to oriel_login;
create policy sessions_client on sessions to oriel_client using (user_id = (select app_user()));
create policy sessions_team on sessions to oriel_staff, oriel_admin using (user_id = (select app_user()));
create policy sessions_platform on sessions to oriel_platform using (user_id = (select app_user()));
create policy sessions_stay_revoked on sessions as restrictive for update to oriel_client, oriel_staff, oriel_admin, oriel_platform using (true) with check (revoked_at is not null);
create policy sessions_login on sessions to oriel_login using (true);

-- ── api_tokens ──
-- Tokens are created, listed and revoked, for good, by their user; the hash is read by the sign-in only.
grant select (id, user_id, name, created_at, expires_at, last_used_at, revoked_at), insert, update (revoked_at) on api_tokens to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant select, insert, update (last_used_at, revoked_at) on api_tokens to oriel_login;
create policy api_tokens_client on api_tokens to oriel_client using (user_id = (select app_user()));
create policy api_tokens_team on api_tokens to oriel_staff, oriel_admin using (user_id = (select app_user()));
create policy api_tokens_platform on api_tokens to oriel_platform using (user_id = (select app_user()));
create policy api_tokens_stay_revoked on api_tokens as restrictive for update to oriel_client, oriel_staff, oriel_admin, oriel_platform using (true) with check (revoked_at is not null);
create policy api_tokens_login on api_tokens to oriel_login using (true);

-- ── user_links ──
-- Admins invite users of the tenant and reset the passwords of those who are no admins, the super-admin invites; the hash is
-- read by the sign-in only. A trigger lets a link end earlier, never later.
grant select (id, user_id, purpose, created_by_id, created_at, expires_at, used_at), insert, update (expires_at) on user_links to oriel_admin, oriel_platform;
grant select, insert, update on user_links to oriel_login;
create policy user_links_admin on user_links to oriel_admin using (user_id in (select id from users));
create policy user_links_platform on user_links to oriel_platform using (purpose = 'invitation');
create policy user_links_own_name on user_links as restrictive for insert to oriel_admin, oriel_platform with check (created_by_id = (select app_user()));
create policy user_links_no_admin_reset on user_links as restrictive for insert to oriel_admin with check (purpose <> 'password_reset' or user_id in (select id from users where user_type <> 'admin'));
create policy user_links_login on user_links to oriel_login using (true);

-- ── throttle_counters ──
-- Sign-in tries are counted per account and address.
grant select, insert, update, delete on throttle_counters to oriel_login;
create policy throttle_counters_login on throttle_counters to oriel_login using (true);
