-- ── users ──
-- A person reads and changes the own profile; an admin sees and changes the users of the tenant, staff see no other users.
-- An address is unique within a tenant, so that no refusal tells an admin about the users of another one.
-- The worker notes an address that was refused for good.
-- The super-admin sees all users and creates the first ones of a tenant, until one of them signs in; a set-up link creates a
-- super-admin.
grant select, update (name, phone, locale, updated_at) on users to oriel_client, oriel_staff;
grant select, insert, update (name, phone, locale, email, user_type, is_active, client_portal_enabled, client_id, updated_at) on users to oriel_admin;
grant select, insert, update (name, phone, locale, updated_at) on users to oriel_platform;
grant select, insert, update (last_sign_in_at, updated_at) on users to oriel_login;
grant select (id, tenant_id, mail_refused_at), update (mail_refused_at, mail_refusal) on users to oriel_worker;
create policy users_worker on users to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));
create policy users_client on users to oriel_client using (id = (select app_user()));
create policy users_staff on users to oriel_staff using (id = (select app_user()));
create policy users_admin on users to oriel_admin using (tenant_id = (select app_tenant()));
create policy users_platform_select on users for select to oriel_platform using (true);
create policy users_platform_insert on users for insert to oriel_platform with check (user_type in ('admin', 'client') and tenant_id in (select id from tenants where first_signed_in_at is null));
create policy users_platform_update on users for update to oriel_platform using (id = (select app_user()));
create policy users_login_select on users for select to oriel_login using (true);
create policy users_login_insert on users for insert to oriel_login with check (user_type = 'super_admin');
create policy users_login_update on users for update to oriel_login using (true);

-- ── credentials ──
-- Password hashes are read by the sign-in only. An admin may set the first password of a user who is not an admin and sees
-- who still has such a password; the primary key refuses a second one. A trigger refuses to make an admin of its user. Admins
-- and the super-admin see who has a password, because then an invitation is refused.
grant select, insert, update on credentials to oriel_login;
grant select (user_id, chosen_by_owner), insert on credentials to oriel_admin;
grant select (user_id) on credentials to oriel_platform;
create policy credentials_login on credentials to oriel_login using (true);
create policy credentials_admin_select on credentials for select to oriel_admin using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy credentials_platform on credentials for select to oriel_platform using (true);
create policy credentials_admin on credentials for insert to oriel_admin with check (not chosen_by_owner and user_id in (select id from users where tenant_id = (select app_tenant()) and user_type <> 'admin'));

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
grant select (id, user_id, name, purpose, created_at, expires_at, last_used_at, revoked_at), insert, update (revoked_at) on api_tokens to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant select, insert, update (last_used_at, revoked_at) on api_tokens to oriel_login;
create policy api_tokens_client on api_tokens to oriel_client using (user_id = (select app_user()));
create policy api_tokens_team on api_tokens to oriel_staff, oriel_admin using (user_id = (select app_user()));
create policy api_tokens_platform on api_tokens to oriel_platform using (user_id = (select app_user()));
create policy api_tokens_stay_revoked on api_tokens as restrictive for update to oriel_client, oriel_staff, oriel_admin, oriel_platform using (true) with check (revoked_at is not null);
create policy api_tokens_login on api_tokens to oriel_login using (true);

-- ── user_links ──
-- Admins invite users of the tenant and reset the passwords of those who are no admins; the super-admin invites the first ones,
-- until one of them signs in. Nobody who has a password is invited, and no invitation is used by one. The hash is read by the
-- sign-in only. A trigger lets a link end earlier, never later.
grant select (id, user_id, purpose, created_by_id, created_at, expires_at, used_at), insert, update (expires_at) on user_links to oriel_admin, oriel_platform;
grant select, insert, update (expires_at, used_at) on user_links to oriel_login;
create policy user_links_admin on user_links to oriel_admin using (user_id in (select id from users));
create policy user_links_platform on user_links to oriel_platform using (purpose = 'invitation' and user_id in (select u.id from users u join tenants t on t.id = u.tenant_id where t.first_signed_in_at is null));
create policy user_links_own_name on user_links as restrictive for insert to oriel_admin, oriel_platform with check (created_by_id = (select app_user()));
create policy user_links_no_admin_reset on user_links as restrictive for insert to oriel_admin with check (purpose <> 'password_reset' or user_id in (select id from users where user_type <> 'admin'));
create policy user_links_first_password on user_links as restrictive for insert to oriel_admin, oriel_platform, oriel_login with check (purpose <> 'invitation' or not exists (select from credentials where credentials.user_id = user_links.user_id));
create policy user_links_first_use on user_links as restrictive for update to oriel_login using (true) with check (used_at is null or purpose <> 'invitation' or not exists (select from credentials where credentials.user_id = user_links.user_id));
create policy user_links_login on user_links to oriel_login using (true);

-- ── security_notices ──
-- A person reads what others did about the own password, and says that it is seen, for good. An admin writes one about another user
-- of the tenant, in the own name, and reads when the people of the tenant have seen theirs. The sign-in writes the
-- operator's, notes that a link was used, and reads the open ones for the next page.
grant select, update (seen_at) on security_notices to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant insert (id, user_id, by_id, by_name, created_at) on security_notices to oriel_admin, oriel_login;
grant select, update (used_at, seen_at) on security_notices to oriel_login;
create policy security_notices_client on security_notices to oriel_client using (user_id = (select app_user()));
create policy security_notices_staff on security_notices to oriel_staff using (user_id = (select app_user()));
create policy security_notices_platform on security_notices to oriel_platform using (user_id = (select app_user()));
create policy security_notices_admin_select on security_notices for select to oriel_admin using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy security_notices_admin_insert on security_notices for insert to oriel_admin with check (by_id = (select app_user()) and user_id in (select id from users where tenant_id = (select app_tenant()) and id <> (select app_user())));
create policy security_notices_admin_update on security_notices for update to oriel_admin using (user_id = (select app_user()));
create policy security_notices_stay_seen on security_notices as restrictive for update to oriel_client, oriel_staff, oriel_admin, oriel_platform using (true) with check (seen_at is not null);
create policy security_notices_login on security_notices to oriel_login using (true);

-- ── throttle_counters ──
-- Failed tries at passwords are counted per account, address and device.
grant select, insert, update, delete on throttle_counters to oriel_login;
create policy throttle_counters_login on throttle_counters to oriel_login using (true);

-- ── idempotency_keys ──
-- A person sees and uses the own keys only, so a key of another person is unknown to them. A key that is older than a day is
-- used anew by its person, or removed by the worker, which sees no answers.
grant select, insert (user_id, key_hash, request_hash), update (request_hash, answer, created_at) on idempotency_keys to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant select (user_id, key_hash, created_at), delete on idempotency_keys to oriel_worker;
create policy idempotency_keys_client on idempotency_keys to oriel_client using (user_id = (select app_user()));
create policy idempotency_keys_team on idempotency_keys to oriel_staff, oriel_admin using (user_id = (select app_user()));
create policy idempotency_keys_platform on idempotency_keys to oriel_platform using (user_id = (select app_user()));
create policy idempotency_keys_worker on idempotency_keys to oriel_worker using (created_at < now() - interval '24 hours');

-- ── erasures ──
-- Admins read the protocols of the tenant; the function erase_person writes them (erasure.sql).
grant select on erasures to oriel_admin;
create policy erasures_admin on erasures for select to oriel_admin using (tenant_id = (select app_tenant()));
