-- Functions past row security, owned by a role that no login can take.

-- ── Numbers ──
-- Tickets and invoices are numbered per tenant without gaps: a rolled-back transaction returns its number.
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

-- ── Usage ──
-- The super-admin sees counts per tenant, never the rows.
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

-- ── Quota ──
-- Bytes that the tenant may still store, pending files included. Uploads of one tenant wait for each other until commit, so
-- that each counts the files of the one before.
grant select (id, storage_quota_bytes) on tenants to oriel_definer;
create policy tenants_definer on tenants for select to oriel_definer using (id = (select app_tenant()));
create or replace function storage_room() returns bigint security definer set search_path = public, pg_temp language sql as $$
  select pg_advisory_xact_lock(hashtextextended('storage ' || app_tenant(), 0));
  select (storage_quota_bytes - (select coalesce(sum(byte_size), 0) from stored_files where tenant_id = app_tenant()))::bigint
    from tenants where id = app_tenant()
$$;

-- ── Lost access ──
-- The trigger users_end_access revokes the sessions and tokens of a user who is deactivated, reactivated or changes address, type or client.
grant select (id, user_id, revoked_at), update (revoked_at) on sessions, api_tokens to oriel_definer;
create policy sessions_definer on sessions to oriel_definer using (true) with check (revoked_at is not null);
create policy api_tokens_definer on api_tokens to oriel_definer using (true) with check (revoked_at is not null);

-- ── Owner and callers ──
grant create on schema public to oriel_definer;
alter function next_ticket_number() owner to oriel_definer;
alter function next_invoice_number() owner to oriel_definer;
alter function tenant_usage(uuid) owner to oriel_definer;
alter function storage_room() owner to oriel_definer;
alter function end_access() owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function next_ticket_number(), next_invoice_number(), tenant_usage(uuid), storage_room() from public;
grant execute on function next_ticket_number() to oriel_client, oriel_staff, oriel_admin;
grant execute on function next_invoice_number() to oriel_admin;
grant execute on function tenant_usage(uuid) to oriel_platform;
grant execute on function storage_room() to oriel_staff, oriel_admin;
