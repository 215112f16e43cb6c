-- The wall: who may do what to which rows. PostgreSQL enforces it for every path to the data.
--
-- Every unit of work is a transaction that first takes one of the roles below and says who it is
-- (app.user_id, app.client_id, app.tenant_id; see lib/authz/scope.ts). No role, no rows.
-- This file is idempotent and applied as a whole, in one transaction, after the migrations.
-- Reading order: roles, settings, functions, then table by table. A grant says what may be done at all,
-- a policy says to which rows. Where a role is missing under a table, it has no way in.

-- ── Roles ────────────────────────────────────────────────────────────────────────────────────────────────────
-- oriel_client    a person of a client           oriel_staff   an employee of the business
-- oriel_admin     a manager of the business      oriel_platform  the platform operator
-- oriel_login     looks up credentials, sessions, tokens and links before anyone is known
-- oriel_worker    background jobs: clears up what uploads left
-- oriel_public    visitors of a showcase         oriel_definer   owns the functions that must look past the wall
-- oriel_app       what the application logs in as: member of the above but oriel_definer, with no right of its own
do $$
declare
  name text;
begin
  -- The name of oriel_definer in databases that version 0.1 has made.
  if exists (select from pg_roles where rolname = 'oriel_keeper') and not exists (select from pg_roles where rolname = 'oriel_definer') then
    alter role oriel_keeper rename to oriel_definer;
  end if;
  foreach name in array array['oriel_client', 'oriel_staff', 'oriel_admin', 'oriel_platform', 'oriel_login', 'oriel_worker', 'oriel_public', 'oriel_definer'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin noinherit', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'oriel_app') then
    create role oriel_app login noinherit;
  end if;
  -- Whoever made it: it may do nothing but take a role. One that inherits would have all of them at once, without taking any.
  if exists (select from pg_roles where rolname = 'oriel_app' and (rolsuper or rolbypassrls)) then
    raise exception 'the role oriel_app bypasses row security: as a superuser run ALTER ROLE oriel_app NOSUPERUSER NOBYPASSRLS';
  end if;
  if (select rolinherit from pg_roles where rolname = 'oriel_app') then
    alter role oriel_app noinherit;
  end if;
  foreach name in array array['oriel_client', 'oriel_staff', 'oriel_admin', 'oriel_platform', 'oriel_login', 'oriel_worker', 'oriel_public'] loop
    if not pg_has_role('oriel_app', name, 'member') then
      execute format('grant %I to oriel_app', name);
    elsif current_setting('server_version_num')::int >= 160000 and pg_has_role('oriel_app', name, 'usage') then
      execute format('grant %I to oriel_app with inherit false', name);
    end if;
  end loop;
  if not pg_has_role(current_user, 'oriel_definer', 'usage') then
    execute format('grant oriel_definer to %I', current_user);
  end if;
  -- PostgreSQL 17 can also end a transaction that is busy for too long; older servers have the statement's limit only.
  if current_setting('server_version_num')::int >= 170000 then
    alter role oriel_app set transaction_timeout = '30s';
  end if;
end $$;

-- Start from nothing, so that a line removed below is a right removed.
do $$
declare
  line record;
begin
  for line in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', line.policyname, line.tablename);
  end loop;
  for line in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', line.relname);
    execute format('alter table %I force row level security', line.relname);
  end loop;
end $$;
revoke all on all tables in schema public from public, oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_definer, oriel_app;
revoke all on all functions in schema public from public, oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_app;
revoke create on schema public from public;
grant usage on schema public to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_definer;

-- ── Settings ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Who is asking. A pooled connection keeps '' (not null) from the transaction before: nullif makes both "nobody".
-- Policies call them in a sub-select, so that PostgreSQL evaluates them once per query and not once per row.
create or replace function app_user() returns uuid stable language sql as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create or replace function app_client() returns uuid stable language sql as $$ select nullif(current_setting('app.client_id', true), '')::uuid $$;
create or replace function app_tenant() returns uuid stable language sql as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
revoke execute on function app_user(), app_client(), app_tenant() from public;
grant execute on function app_user(), app_client(), app_tenant() to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login, oriel_worker, oriel_public, oriel_definer;

-- ── tenants ── Each side reads the business it belongs to; the admin changes its settings, the platform onboards and suspends.
grant select (id, slug, name, status, currency, time_zone, locale, accent, email, phone, website, address, tax_number, logo_file_id, showcase_enabled) on tenants to oriel_client, oriel_staff;
grant select, update (name, currency, time_zone, locale, accent, email, phone, website, address, tax_number, logo_file_id, showcase_enabled, updated_at) on tenants to oriel_admin;
grant select, insert, update (name, slug, status, suspended_at, storage_quota_bytes, updated_at) on tenants to oriel_platform;
grant select (id, slug, name, status, currency, time_zone, locale, accent, logo_file_id) on tenants to oriel_login;
grant select (id, slug, name, status, locale, time_zone, accent, website, logo_file_id, showcase_enabled) on tenants to oriel_public;
create policy tenants_client on tenants for select to oriel_client using (id = (select app_tenant()));
create policy tenants_staff on tenants for select to oriel_staff using (id = (select app_tenant()));
create policy tenants_admin on tenants to oriel_admin using (id = (select app_tenant()));
create policy tenants_platform on tenants to oriel_platform using (true);
create policy tenants_login on tenants for select to oriel_login using (true);
create policy tenants_public on tenants for select to oriel_public using (showcase_enabled and status = 'active');

-- ── users ── A person reads and changes their own profile. Admins see and keep the business's people; staff do not see users.
-- The platform sees all people and creates a business's first ones.
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

-- ── credentials ── Only the sign-in looks at password hashes. An admin may give a first password to a person who has none (the
-- primary key refuses a second one), but not to another admin.
grant select, insert, update on credentials to oriel_login;
grant insert on credentials to oriel_admin;
create policy credentials_login on credentials to oriel_login using (true);
create policy credentials_admin on credentials for insert to oriel_admin with check (user_id in (select id from users where tenant_id = (select app_tenant()) and user_type <> 'admin'));

-- ── sessions ── A person lists and ends their own; what has ended stays ended.
grant select, update (revoked_at) on sessions to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant select, insert, update on sessions to oriel_login;
create policy sessions_client on sessions to oriel_client using (user_id = (select app_user()));
create policy sessions_staff on sessions to oriel_staff using (user_id = (select app_user()));
create policy sessions_admin on sessions to oriel_admin using (user_id = (select app_user()));
create policy sessions_platform on sessions to oriel_platform using (user_id = (select app_user()));
create policy sessions_stay_revoked on sessions as restrictive for update to oriel_client, oriel_staff, oriel_admin, oriel_platform using (true) with check (revoked_at is not null);
create policy sessions_login on sessions to oriel_login using (true);

-- ── api_tokens ── A person creates, lists and revokes their own, for good; the hash is never read back.
grant select (id, user_id, name, created_at, expires_at, last_used_at, revoked_at), insert, update (revoked_at) on api_tokens to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant select, insert, update (last_used_at, revoked_at) on api_tokens to oriel_login;
create policy api_tokens_client on api_tokens to oriel_client using (user_id = (select app_user()));
create policy api_tokens_staff on api_tokens to oriel_staff using (user_id = (select app_user()));
create policy api_tokens_admin on api_tokens to oriel_admin using (user_id = (select app_user()));
create policy api_tokens_platform on api_tokens to oriel_platform using (user_id = (select app_user()));
create policy api_tokens_stay_revoked on api_tokens as restrictive for update to oriel_client, oriel_staff, oriel_admin, oriel_platform using (true) with check (revoked_at is not null);
create policy api_tokens_login on api_tokens to oriel_login using (true);

-- ── user_links ── Admins invite the business's people, the platform its first ones and never more than that, in their own name; the secret's hash is for the sign-in alone.
grant select (id, user_id, purpose, created_by_id, created_at, expires_at, used_at), insert, update (expires_at) on user_links to oriel_admin, oriel_platform;
grant select, insert, update on user_links to oriel_login;
create policy user_links_admin on user_links to oriel_admin using (user_id in (select id from users));
create policy user_links_platform on user_links to oriel_platform using (purpose = 'invitation');
create policy user_links_own_name on user_links as restrictive for insert to oriel_admin, oriel_platform with check (created_by_id = (select app_user()));
create policy user_links_login on user_links to oriel_login using (true);

-- ── throttle_counters ── Tries per account and address.
grant select, insert, update, delete on throttle_counters to oriel_login;
create policy throttle_counters_login on throttle_counters to oriel_login using (true);

-- ── clients ── A client user reads their own client, without the business's notes on it. Staff read, admins keep them.
grant select (id, tenant_id, name, kind, email, phone, address, currency, is_active, created_at) on clients to oriel_client;
grant select on clients to oriel_staff;
grant select, insert, update (name, kind, email, phone, address, currency, is_active, internal_notes, updated_at) on clients to oriel_admin;
grant insert on clients to oriel_platform;
grant select (id, tenant_id, name, is_active) on clients to oriel_login;
create policy clients_client on clients for select to oriel_client using (id = (select app_client()));
create policy clients_staff on clients for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy clients_admin on clients to oriel_admin using (tenant_id = (select app_tenant()));
create policy clients_platform on clients for insert to oriel_platform with check (true);
create policy clients_login on clients for select to oriel_login using (true);

-- ── projects ── Clients read those of their client. Staff and admin keep the business's; the platform creates a first one.
grant select on projects to oriel_client;
grant select, insert, update (client_user_id, name, description, status, address, starts_on, ends_on, contract_value_minor, updated_at) on projects to oriel_staff, oriel_admin;
grant insert on projects to oriel_platform;
create policy projects_client on projects for select to oriel_client using (client_id = (select app_client()));
create policy projects_staff on projects to oriel_staff using (tenant_id = (select app_tenant()));
create policy projects_admin on projects to oriel_admin using (tenant_id = (select app_tenant()));
create policy projects_platform on projects for insert to oriel_platform with check (true);

-- ── phases ── Those of the projects a client sees.
grant select on phases to oriel_client;
grant select, insert, delete, update (key, name, position, status, percent, weight, planned_start_on, planned_end_on, actual_start_on, actual_end_on, updated_at) on phases to oriel_staff, oriel_admin;
create policy phases_client on phases for select to oriel_client using (client_id = (select app_client()));
create policy phases_staff on phases to oriel_staff using (tenant_id = (select app_tenant()));
create policy phases_admin on phases to oriel_admin using (tenant_id = (select app_tenant()));

-- ── project_updates ── Staff post in their own name, clients read.
grant select on project_updates to oriel_client;
grant select, insert, update (title, body, posted_on, updated_at) on project_updates to oriel_staff, oriel_admin;
create policy project_updates_client on project_updates for select to oriel_client using (client_id = (select app_client()));
create policy project_updates_staff on project_updates to oriel_staff using (tenant_id = (select app_tenant()));
create policy project_updates_admin on project_updates to oriel_admin using (tenant_id = (select app_tenant()));
create policy project_updates_own_name on project_updates as restrictive for insert to oriel_staff, oriel_admin with check (author_id = (select app_user()));

-- ── project_update_photos ── With the photo: where a client cannot see it, there is no sign of it.
grant select on project_update_photos to oriel_client;
grant select, insert, delete, update (position) on project_update_photos to oriel_staff, oriel_admin;
create policy project_update_photos_client on project_update_photos for select to oriel_client using (exists (select from photos g where g.id = photo_id));
create policy project_update_photos_staff on project_update_photos to oriel_staff using (tenant_id = (select app_tenant()));
create policy project_update_photos_admin on project_update_photos to oriel_admin using (tenant_id = (select app_tenant()));

-- ── project_comments ── Both sides write under an update, in their own name.
grant select, insert on project_comments to oriel_client, oriel_staff, oriel_admin;
create policy project_comments_client on project_comments to oriel_client using (client_id = (select app_client())) with check (client_id = (select app_client()) and author_id = (select app_user()) and author_type = 'client');
create policy project_comments_staff on project_comments to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'staff');
create policy project_comments_admin on project_comments to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'admin');

-- ── stored_files ── A client may read a file exactly if they may read a row that refers to it. What something refers to cannot be let go of.
grant select on stored_files to oriel_client, oriel_public;
grant select, insert, delete, update (status) on stored_files to oriel_staff, oriel_admin;
create policy stored_files_client on stored_files for select to oriel_client using (
  exists (select from document_versions v where v.file_id = stored_files.id) or exists (select from photo_variants v where v.file_id = stored_files.id)
  or exists (select from ticket_attachments a where a.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id));
create policy stored_files_staff on stored_files to oriel_staff using (tenant_id = (select app_tenant()));
create policy stored_files_admin on stored_files to oriel_admin using (tenant_id = (select app_tenant()));
create policy stored_files_in_use on stored_files as restrictive for update to oriel_staff, oriel_admin with check (status = 'stored' or not (
  exists (select from document_versions v where v.file_id = stored_files.id) or exists (select from photo_variants v where v.file_id = stored_files.id)
  or exists (select from ticket_attachments a where a.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id)));
-- An upload is pending until its record is there. What still is after an hour was left by a crash, or let go of; the worker
-- removes it, and the foreign keys keep what something refers to.
grant select (id, storage_key, status, created_at), delete on stored_files to oriel_worker;
create policy stored_files_worker on stored_files to oriel_worker using (status = 'pending' and created_at < now() - interval '1 hour');
create policy stored_files_public on stored_files for select to oriel_public using (
  exists (select from photo_variants v where v.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id));

-- ── document_types ──
grant select (id, tenant_id, name) on document_types to oriel_client;
grant select on document_types to oriel_staff;
grant select, insert, update (name, requires_approval, forbids_own_approval, is_active, updated_at) on document_types to oriel_admin;
create policy document_types_client on document_types for select to oriel_client using (tenant_id = (select app_tenant()));
create policy document_types_staff on document_types for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy document_types_admin on document_types to oriel_admin using (tenant_id = (select app_tenant()));

-- ── documents ── Clients see a document while it has a published version, and never the state of a draft behind it.
-- Only admins publish and withdraw (for the state a trigger holds staff to it), and nobody else adds a document that is published.
-- Admins may remove one that was never published.
grant select (id, tenant_id, client_id, project_id, document_type_id, title, published_version_id, published_at, created_at) on documents to oriel_client;
grant select, insert (id, tenant_id, client_id, project_id, document_type_id, title, status, created_at, updated_at), update (document_type_id, title, status, updated_at) on documents to oriel_staff;
grant select, insert, delete, update (document_type_id, title, status, published_version_id, published_at, updated_at) on documents to oriel_admin;
create policy documents_client on documents for select to oriel_client using (client_id = (select app_client()) and published_version_id is not null);
create policy documents_staff on documents to oriel_staff using (tenant_id = (select app_tenant()));
create policy documents_admin on documents to oriel_admin using (tenant_id = (select app_tenant()));
create policy documents_never_published on documents as restrictive for delete to oriel_admin using (
  published_version_id is null and not exists (select from document_transitions t where t.document_id = documents.id and t.to_status = 'published'));

-- ── document_versions ── Clients see the published version only, and not who uploaded it. Staff upload in their own name, so that none approves an upload of theirs as another's.
grant select (id, tenant_id, client_id, document_id, number, file_id, created_at) on document_versions to oriel_client;
grant select, insert on document_versions to oriel_staff, oriel_admin;
create policy document_versions_client on document_versions for select to oriel_client using (exists (select from documents d where d.published_version_id = document_versions.id));
create policy document_versions_staff on document_versions to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and uploaded_by_id = (select app_user()));
create policy document_versions_admin on document_versions to oriel_admin using (tenant_id = (select app_tenant()));

-- ── document_transitions ── The business's history of a document; written in one's own name, never changed.
grant select, insert on document_transitions to oriel_staff, oriel_admin;
create policy document_transitions_staff on document_transitions to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy document_transitions_admin on document_transitions to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));

-- ── document_downloads ── A client's download of what they see leaves a line that only the business reads.
grant insert on document_downloads to oriel_client;
grant select on document_downloads to oriel_staff, oriel_admin;
create policy document_downloads_client on document_downloads for insert to oriel_client with check (client_id = (select app_client()) and user_id = (select app_user()) and version_id in (select id from document_versions));
create policy document_downloads_staff on document_downloads for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy document_downloads_admin on document_downloads for select to oriel_admin using (tenant_id = (select app_tenant()));

-- ── photos ── Uploaded in one's own name, and removed by the business. Clients see visibility "client"; visitors of an open showcase see "public".
grant select (id, tenant_id, client_id, project_id, phase_id, visibility, caption, taken_at, shared_at, width, height, placeholder, created_at) on photos to oriel_client;
grant select (id, tenant_id, visibility, caption, taken_at, width, height, placeholder) on photos to oriel_public;
grant select, insert, delete, update (phase_id, visibility, caption, taken_at, updated_at) on photos to oriel_staff, oriel_admin;
create policy photos_client on photos for select to oriel_client using (client_id = (select app_client()) and visibility = 'client');
create policy photos_staff on photos to oriel_staff using (tenant_id = (select app_tenant()));
create policy photos_admin on photos to oriel_admin using (tenant_id = (select app_tenant()));
create policy photos_own_name on photos as restrictive for insert to oriel_staff, oriel_admin with check (uploaded_by_id = (select app_user()));
create policy photos_public on photos for select to oriel_public using (tenant_id in (select id from tenants) and visibility = 'public');

-- ── photo_variants ── With their photo.
grant select on photo_variants to oriel_client;
grant select (tenant_id, photo_id, variant, file_id, width, height) on photo_variants to oriel_public;
grant select, insert, delete on photo_variants to oriel_staff, oriel_admin;
create policy photo_variants_client on photo_variants for select to oriel_client using (exists (select from photos g where g.id = photo_id));
create policy photo_variants_staff on photo_variants to oriel_staff using (tenant_id = (select app_tenant()));
create policy photo_variants_admin on photo_variants to oriel_admin using (tenant_id = (select app_tenant()));
create policy photo_variants_public on photo_variants for select to oriel_public using (exists (select from photos g where g.id = photo_id));

-- ── support_tickets ── A client user sees, opens and answers their own; answering a closed one opens it again.
grant select, insert, update (status, closed_at, last_activity_at, updated_at) on support_tickets to oriel_client;
grant select, insert, update (subject, category, priority, status, closed_at, last_activity_at, updated_at) on support_tickets to oriel_staff, oriel_admin;
create policy support_tickets_client_select on support_tickets for select to oriel_client using (client_user_id = (select app_user()));
create policy support_tickets_client_insert on support_tickets for insert to oriel_client with check (client_user_id = (select app_user()) and client_id = (select app_client()) and tenant_id = (select app_tenant()) and status = 'open');
create policy support_tickets_client_update on support_tickets for update to oriel_client using (client_user_id = (select app_user())) with check (client_user_id = (select app_user()) and status <> 'closed');
create policy support_tickets_staff on support_tickets to oriel_staff using (tenant_id = (select app_tenant()));
create policy support_tickets_admin on support_tickets to oriel_admin using (tenant_id = (select app_tenant()));

-- ── ticket_messages ── Both sides, in their own name.
grant select, insert on ticket_messages to oriel_client, oriel_staff, oriel_admin;
create policy ticket_messages_client on ticket_messages to oriel_client using (client_user_id = (select app_user())) with check (client_user_id = (select app_user()) and author_id = (select app_user()) and author_type = 'client');
create policy ticket_messages_staff on ticket_messages to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'staff');
create policy ticket_messages_admin on ticket_messages to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'admin');

-- ── ticket_notes ── Internal: no way in for clients.
grant select, insert on ticket_notes to oriel_staff, oriel_admin;
create policy ticket_notes_staff on ticket_notes to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()));
create policy ticket_notes_admin on ticket_notes to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()));

-- ── ticket_attachments ── With their message; an internal note's file stays inside. Clients add none: whoever may attach any file of
-- the business to their own ticket could read it there.
grant select on ticket_attachments to oriel_client;
grant select, insert on ticket_attachments to oriel_staff, oriel_admin;
create policy ticket_attachments_client on ticket_attachments for select to oriel_client using (client_user_id = (select app_user()) and note_id is null);
create policy ticket_attachments_staff on ticket_attachments to oriel_staff using (tenant_id = (select app_tenant()));
create policy ticket_attachments_admin on ticket_attachments to oriel_admin using (tenant_id = (select app_tenant()));

-- ── invoices ── Of the client, never drafts. Money is the admin's; staff have no way in.
grant select on invoices to oriel_client;
grant select, insert, update (project_id, number, status, issued_on, due_on, notes, net_minor, tax_minor, total_minor, paid_minor, voided_at, void_reason, updated_at) on invoices to oriel_admin;
create policy invoices_client on invoices for select to oriel_client using (client_id = (select app_client()) and status <> 'draft');
create policy invoices_admin on invoices to oriel_admin using (tenant_id = (select app_tenant()));

-- ── invoice_lines ── With their invoice.
grant select on invoice_lines to oriel_client;
grant select, insert, update, delete on invoice_lines to oriel_admin;
create policy invoice_lines_client on invoice_lines for select to oriel_client using (exists (select from invoices i where i.id = invoice_id));
create policy invoice_lines_admin on invoice_lines to oriel_admin using (tenant_id = (select app_tenant()));

-- ── payments ── Of the client.
grant select (id, tenant_id, client_id, invoice_id, amount_minor, currency, paid_on, method, reference, created_at) on payments to oriel_client;
grant select, insert on payments to oriel_admin;
create policy payments_client on payments for select to oriel_client using (client_id = (select app_client()));
create policy payments_admin on payments to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and recorded_by_id = (select app_user()));

-- ── ledger_entries ── One account per client, shared by its people. Nobody may change or remove a line (and a trigger refuses it too).
grant select (id, tenant_id, party_type, party_id, entry_type, entry_on, description, reference, debit_minor, credit_minor, currency, invoice_id, payment_id, posting_number, balance_after_minor, created_at) on ledger_entries to oriel_client;
grant select, insert on ledger_entries to oriel_admin;
create policy ledger_entries_client on ledger_entries for select to oriel_client using (party_type = 'client' and party_id = (select app_client()));
create policy ledger_entries_admin on ledger_entries to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and created_by_id = (select app_user()));

-- ── time_entries ── Clients see the hours, never what they cost.
grant select (id, tenant_id, client_id, project_id, user_name, worked_on, minutes, description, billable, created_at) on time_entries to oriel_client;
grant select (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, created_at, updated_at),
  insert (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, created_at, updated_at), delete,
  update (project_id, worked_on, minutes, description, billable, updated_at) on time_entries to oriel_staff;
grant select, insert, delete, update (project_id, worked_on, minutes, description, billable, cost_rate_minor, updated_at) on time_entries to oriel_admin;
create policy time_entries_client on time_entries for select to oriel_client using (client_id = (select app_client()));
create policy time_entries_staff on time_entries to oriel_staff using (tenant_id = (select app_tenant()));
create policy time_entries_admin on time_entries to oriel_admin using (tenant_id = (select app_tenant()));

-- ── notifications ── To me; I may mark them read. The business's people write them for those concerned.
grant select, update (read_at) on notifications to oriel_client;
grant select, insert, update (read_at) on notifications to oriel_staff, oriel_admin;
create policy notifications_client on notifications to oriel_client using (user_id = (select app_user()));
create policy notifications_staff on notifications to oriel_staff using (user_id = (select app_user())) with check (tenant_id = (select app_tenant()));
create policy notifications_admin on notifications to oriel_admin using (user_id = (select app_user())) with check (tenant_id = (select app_tenant()));

-- ── notification_settings ── My own switches.
grant select, insert, update (email) on notification_settings to oriel_client, oriel_staff, oriel_admin;
create policy notification_settings_client on notification_settings to oriel_client using (user_id = (select app_user()));
create policy notification_settings_staff on notification_settings to oriel_staff using (user_id = (select app_user()));
create policy notification_settings_admin on notification_settings to oriel_admin using (user_id = (select app_user()));

-- ── visits ── When I was where, so that what is new can be marked; nobody else looks.
grant select, insert, update (seen_at, previous_at) on visits to oriel_client;
create policy visits_client on visits to oriel_client using (user_id = (select app_user()));

-- ── audit_entries ── Everyone leaves lines in their own name; admins read the business's, the platform its own.
grant insert on audit_entries to oriel_client, oriel_staff, oriel_admin, oriel_platform, oriel_login;
grant select on audit_entries to oriel_admin, oriel_platform;
create policy audit_entries_client on audit_entries for insert to oriel_client with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy audit_entries_staff on audit_entries for insert to oriel_staff with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy audit_entries_admin on audit_entries to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));
create policy audit_entries_platform_select on audit_entries for select to oriel_platform using (tenant_id is null);
create policy audit_entries_platform_insert on audit_entries for insert to oriel_platform with check (actor_id = (select app_user()));
create policy audit_entries_login on audit_entries for insert to oriel_login with check (true);

-- ── Past the wall ── Narrow functions, owned by a role nobody can become.
-- Numbers per tenant without gaps: a rolled-back transaction gives its number back. Clients number the tickets they open.
grant select, insert, update on number_sequences to oriel_definer;
create policy number_sequences_definer on number_sequences to oriel_definer using (tenant_id = (select app_tenant()));
create or replace function next_ticket_number() returns int security definer set search_path = public, pg_temp language sql as $$
  insert into number_sequences as s (tenant_id, kind, value) values (app_tenant(), 'ticket', 1)
  on conflict (tenant_id, kind) do update set value = s.value + 1 returning value
$$;
create or replace function next_invoice_number() returns int security definer set search_path = public, pg_temp language sql as $$
  insert into number_sequences as s (tenant_id, kind, value) values (app_tenant(), 'invoice', 1)
  on conflict (tenant_id, kind) do update set value = s.value + 1 returning value
$$;
-- Counts for the platform, which may not look at the rows themselves.
grant select (tenant_id) on clients, projects, documents, photos to oriel_definer;
grant select (tenant_id, byte_size) on stored_files to oriel_definer;
create policy clients_definer on clients for select to oriel_definer using (true);
create policy projects_definer on projects for select to oriel_definer using (true);
create policy documents_definer on documents for select to oriel_definer using (true);
create policy photos_definer on photos for select to oriel_definer using (true);
create policy stored_files_definer on stored_files for select to oriel_definer using (true);
create or replace function tenant_usage(tenant uuid) returns table (clients bigint, projects bigint, documents bigint, photos bigint, stored_bytes bigint)
  stable security definer set search_path = public, pg_temp language sql as $$
  select (select count(*) from clients where tenant_id = $1), (select count(*) from projects where tenant_id = $1), (select count(*) from documents where tenant_id = $1),
    (select count(*) from photos where tenant_id = $1), (select coalesce(sum(byte_size), 0)::bigint from stored_files where tenant_id = $1)
$$;
-- Bytes that the business may still store. Uploads take turns from here to the end of their transaction, and each sees what
-- the one before has written, pending files included.
grant select (id, storage_quota_bytes) on tenants to oriel_definer;
create policy tenants_definer on tenants for select to oriel_definer using (id = (select app_tenant()));
create or replace function storage_room() returns bigint security definer set search_path = public, pg_temp language sql as $$
  select pg_advisory_xact_lock(hashtextextended('storage ' || app_tenant(), 0));
  select (storage_quota_bytes - (select coalesce(sum(byte_size), 0) from stored_files where tenant_id = app_tenant()))::bigint
    from tenants where id = app_tenant()
$$;
grant create on schema public to oriel_definer;
alter function next_ticket_number() owner to oriel_definer;
alter function next_invoice_number() owner to oriel_definer;
alter function tenant_usage(uuid) owner to oriel_definer;
alter function storage_room() owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function next_ticket_number(), next_invoice_number(), tenant_usage(uuid), storage_room() from public;
grant execute on function next_ticket_number() to oriel_client, oriel_staff, oriel_admin;
grant execute on function next_invoice_number() to oriel_admin;
grant execute on function tenant_usage(uuid) to oriel_platform;
grant execute on function storage_room() to oriel_staff, oriel_admin;
