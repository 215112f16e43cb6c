-- ── guest_passes ──
-- A client user hands out passes in the own name, within the own client and while the business allows it, lists them without their
-- secrets and revokes them, for good. Admins see those of the business and revoke them. The identification reads all of one.
grant select (id, tenant_id, client_id, user_id, label, sections, has_password, created_at, expires_at, revoked_at),
  insert (id, tenant_id, client_id, user_id, label, sections, token_hash, password_hash, expires_at), update (revoked_at) on guest_passes to oriel_client;
grant select (id, tenant_id, client_id, user_id, label, sections, has_password, created_at, expires_at, revoked_at), update (revoked_at) on guest_passes to oriel_admin;
grant select on guest_passes to oriel_login;
create policy guest_passes_client on guest_passes for select to oriel_client using (user_id = (select app_user()) and client_id = (select app_client()));
create policy guest_passes_client_insert on guest_passes for insert to oriel_client with check (
  user_id = (select app_user()) and client_id = (select app_client()) and exists (select from tenants t where t.id = tenant_id and t.guest_passes_enabled));
create policy guest_passes_client_update on guest_passes for update to oriel_client using (user_id = (select app_user()) and client_id = (select app_client()));
create policy guest_passes_admin on guest_passes to oriel_admin using (tenant_id = (select app_tenant()));
create policy guest_passes_stay_revoked on guest_passes as restrictive for update to oriel_client, oriel_admin using (true) with check (revoked_at is not null);
create policy guest_passes_login on guest_passes for select to oriel_login using (true);

-- ── guest_pass_projects ──
-- The projects of the own passes; the key holds them within the client.
grant select, insert on guest_pass_projects to oriel_client;
grant select on guest_pass_projects to oriel_admin;
create policy guest_pass_projects_client on guest_pass_projects to oriel_client using (pass_id in (select id from guest_passes));
create policy guest_pass_projects_admin on guest_pass_projects for select to oriel_admin using (tenant_id = (select app_tenant()));

-- ── guest_visits ──
-- The holder of a pass leaves lines that its person reads, and nobody else.
grant select on guest_visits to oriel_client;
grant insert (id, tenant_id, user_id, pass_id, place, record_id, name, user_agent) on guest_visits to oriel_guest;
create policy guest_visits_client on guest_visits for select to oriel_client using (user_id = (select app_user()) and pass_id in (select id from guest_passes));

-- ── What a pass opens ──
-- A pass shows what its person may see at this moment, and of that the chosen projects and sections. Both functions answer "nothing"
-- once it is revoked or expired, its person, client or business has lost access, or the business allows no passes.
grant select (id, tenant_id, client_id, user_id, sections, expires_at, revoked_at) on guest_passes to oriel_definer;
grant select (pass_id, project_id) on guest_pass_projects to oriel_definer;
grant select (client_portal_enabled, client_id) on users to oriel_definer;
grant select (is_active) on clients to oriel_definer;
grant select (guest_passes_enabled) on tenants to oriel_definer;
create policy guest_passes_definer on guest_passes for select to oriel_definer using (true);
create policy guest_pass_projects_definer on guest_pass_projects for select to oriel_definer using (true);
create or replace function app_guest() returns uuid stable parallel safe set search_path = public, pg_temp language sql as $$ select nullif(current_setting('app.guest_id', true), '')::uuid $$;
-- Whether the pass is live and opens the section; null asks for any.
create or replace function guest_sees(section text) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (
    select from guest_passes g
      join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
      join clients c on c.tenant_id = g.tenant_id and c.id = g.client_id
      join tenants t on t.id = g.tenant_id
    where g.id = app_guest() and g.tenant_id = app_tenant() and g.client_id = app_client()
      and g.revoked_at is null and g.expires_at > now() and ($1 is null or $1 = any (g.sections))
      and u.is_active and u.user_type = 'client' and u.client_portal_enabled and u.client_id = g.client_id
      and c.is_active and t.status = 'active' and t.guest_passes_enabled)
$$;
-- The projects of the pass, if it opens the section.
create or replace function guest_projects(section text) returns uuid[] stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(array_agg(x.project_id), '{}') from guest_pass_projects x where x.pass_id = app_guest() and guest_sees($1)
$$;
grant create on schema public to oriel_definer;
alter function guest_sees(text) owner to oriel_definer;
alter function guest_projects(text) owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function app_guest(), guest_sees(text), guest_projects(text) from public;
grant execute on function app_guest() to oriel_guest, oriel_definer;
grant execute on function guest_sees(text), guest_projects(text) to oriel_guest;

create policy guest_visits_guest on guest_visits for insert to oriel_guest with check (pass_id = (select app_guest()) and (select guest_sees(null)));

-- ── The records that a guest reads ──
-- Of the rows and columns of a client user those of the chosen projects, never the value of a contract, comments, claims or tickets.
-- The equality of the client lets the lists of the client side use their indexes.
grant select (id, logo_file_id) on tenants to oriel_guest;
create policy tenants_guest on tenants for select to oriel_guest using (id = (select app_tenant()) and (select guest_sees(null)));
grant select (id, tenant_id, client_id, name, description, status, status_key, address, starts_on, ends_on, hours_shown, created_at) on projects to oriel_guest;
create policy projects_guest on projects for select to oriel_guest using (client_id = (select app_client()) and id = any ((select guest_projects(null))::uuid[]));
grant select on phases to oriel_guest;
create policy phases_guest on phases for select to oriel_guest using (client_id = (select app_client()) and project_id = any ((select guest_projects('progress'))::uuid[]));

grant select on project_updates, project_update_photos to oriel_guest;
create policy project_updates_guest on project_updates for select to oriel_guest using (
  client_id = (select app_client()) and published_at is not null and project_id = any ((select guest_projects('updates'))::uuid[]));
create policy project_update_photos_guest on project_update_photos for select to oriel_guest using (
  exists (select from photos g where g.id = photo_id) and exists (select from project_updates u where u.id = update_id));

grant select (id, tenant_id, client_id, project_id, phase_id, visibility, caption, taken_at, shared_at, width, height, placeholder, created_at) on photos to oriel_guest;
grant select on photo_variants to oriel_guest;
create policy photos_guest on photos for select to oriel_guest using (
  client_id = (select app_client()) and visibility = 'client' and project_id = any ((select guest_projects('photos'))::uuid[]));
create policy photo_variants_guest on photo_variants for select to oriel_guest using (exists (select from photos g where g.id = photo_id));

grant select (id, tenant_id, name) on document_types to oriel_guest;
grant select (id, tenant_id, client_id, project_id, document_type_id, title, published_version_id, published_at, created_at, search_text) on documents to oriel_guest;
grant select (id, tenant_id, client_id, document_id, number, file_id, created_at) on document_versions to oriel_guest;
grant select on document_pictures to oriel_guest;
create policy document_types_guest on document_types for select to oriel_guest using (tenant_id = (select app_tenant()) and (select guest_sees('documents')));
create policy documents_guest on documents for select to oriel_guest using (
  client_id = (select app_client()) and published_version_id is not null and project_id = any ((select guest_projects('documents'))::uuid[]));
create policy document_versions_guest on document_versions for select to oriel_guest using (exists (select from documents d where d.published_version_id = document_versions.id));
create policy document_pictures_guest on document_pictures for select to oriel_guest using (exists (select from document_versions v where v.id = version_id));

grant select (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status, created_at) on stored_files to oriel_guest;
create policy stored_files_guest on stored_files for select to oriel_guest using (
  exists (select from document_versions v where v.file_id = stored_files.id) or exists (select from photo_variants v where v.file_id = stored_files.id)
  or exists (select from document_pictures p where p.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id));

grant select (id, tenant_id, client_id, shown_client_id, project_id, hours_shown, shown_name, worked_on, minutes, shown_description, billable, created_at) on time_entries to oriel_guest;
create policy time_entries_guest on time_entries for select to oriel_guest using (
  shown_client_id = (select app_client()) and project_id = any ((select guest_projects('hours'))::uuid[]));

-- A bill names the client.
grant select (id, tenant_id, name, currency) on clients to oriel_guest;
create policy clients_guest on clients for select to oriel_guest using (id = (select app_client()) and (select guest_sees('invoices')));
-- A bill of no project belongs to the account, which is one for all projects of the client.
grant select on invoices, invoice_lines to oriel_guest;
grant select (id, tenant_id, client_id, project_id, invoice_id, number, series, sequence, currency, prices_include_tax, discount_rate, discount_minor, exemption_reason, issued_on, reason, net_minor, tax_minor, total_minor, issuer, recipient, verify_code, created_at) on credit_notes to oriel_guest;
grant select on credit_note_lines to oriel_guest;
-- Of a payment what it settles of the invoices shown, and never its amount, of which other invoices may have a part.
grant select on payment_allocations to oriel_guest;
grant select (id, tenant_id, client_id, paid_on, method, reference) on payments to oriel_guest;
create policy invoices_guest on invoices for select to oriel_guest using (client_id = (select app_client()) and status <> 'draft' and (
  project_id = any ((select guest_projects('invoices'))::uuid[]) or project_id is null and (select guest_sees('invoices')) and (select guest_sees('account'))));
create policy invoice_lines_guest on invoice_lines for select to oriel_guest using (exists (select from invoices i where i.id = invoice_id));
create policy payment_allocations_guest on payment_allocations for select to oriel_guest using (exists (select from invoices i where i.id = invoice_id));
create policy payments_guest on payments for select to oriel_guest using (exists (select from payment_allocations a where a.payment_id = payments.id));
create policy credit_notes_guest on credit_notes for select to oriel_guest using (client_id = (select app_client()) and (
  project_id = any ((select guest_projects('invoices'))::uuid[]) or project_id is null and (select guest_sees('invoices')) and (select guest_sees('account'))));
create policy credit_note_lines_guest on credit_note_lines for select to oriel_guest using (exists (select from credit_notes n where n.id = credit_note_id));

grant select (id, tenant_id, party_type, party_id, entry_type, entry_on, description, reference, debit_minor, credit_minor, currency, invoice_id, payment_id, credit_note_id, refund_id, posting_number, balance_after_minor, hash, created_at) on ledger_entries to oriel_guest;
create policy ledger_entries_guest on ledger_entries for select to oriel_guest using (
  party_type = 'client' and party_id = (select app_client()) and (select guest_sees('account')));

-- The opening of a pass is a line of the trail, in nobody's name.
grant insert on audit_entries to oriel_guest;
create policy audit_entries_guest on audit_entries for insert to oriel_guest with check (tenant_id = (select app_tenant()) and actor_id is null and (select guest_sees(null)));
