-- Functions past row security, owned by a role that no login can take.

-- ── Numbers ──
-- Tickets, invoices and credit notes are numbered per tenant without gaps: a rolled-back transaction returns its number.
grant select, insert, update on number_sequences to oriel_definer;
create policy number_sequences_definer on number_sequences to oriel_definer using (tenant_id = (select app_tenant()));
create or replace function next_ticket_number() returns int security definer set search_path = public, pg_temp language sql as $$
  insert into number_sequences as s (tenant_id, kind, value) values (app_tenant(), 'ticket', 1)
  on conflict (tenant_id, kind) do update set value = s.value + 1 returning value
$$;
-- The next number of a series ('invoice' or 'credit_note'), in the form that the tenant chose; the year is that of the issue date.
grant select (tenant_id, invoice_prefix, credit_note_prefix, number_width, number_with_year, number_restarts_yearly, first_invoice_number, first_credit_note_number) on billing_settings to oriel_definer;
create policy billing_settings_definer on billing_settings for select to oriel_definer using (tenant_id = (select app_tenant()));
create or replace function next_bill_number(kind text, issued_on date) returns table (series text, sequence int, number text)
  security definer set search_path = public, pg_temp language sql as $$
  with form as (
    select coalesce(case $1 when 'invoice' then b.invoice_prefix else b.credit_note_prefix end, case $1 when 'invoice' then '' else 'CN-' end) as prefix,
      case when coalesce(b.number_with_year, true) then to_char($2, 'YYYY-') else '' end as year,
      case $1 when 'invoice' then 'invoice' else 'credit_note' end || case when coalesce(b.number_restarts_yearly, true) then to_char($2, '/YYYY') else '' end as series,
      coalesce(b.number_width, 4) as width,
      coalesce(case $1 when 'invoice' then b.first_invoice_number else b.first_credit_note_number end, 1) as first
    from (values (app_tenant())) as own (tenant_id) left join billing_settings b using (tenant_id)
  ), taken as (
    insert into number_sequences as s (tenant_id, kind, value)
    select app_tenant(), f.series, case when exists (select from number_sequences n where n.tenant_id = app_tenant() and split_part(n.kind, '/', 1) = split_part(f.series, '/', 1)) then 1 else f.first end
      from form f
    on conflict (tenant_id, kind) do update set value = s.value + 1 returning s.value
  )
  select f.series, t.value, f.prefix || f.year || lpad(t.value::text, greatest(f.width, length(t.value::text)), '0') from form f, taken t
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

-- ── Sums ──
-- Triggers keep the sums per month and week, of rows that whoever writes them may not sum up.
grant select, insert, update (amount) on rollups to oriel_definer;
create policy rollups_definer on rollups to oriel_definer using (true);

-- ── Quota ──
-- Bytes that the tenant may still store, pending files included. Uploads of one tenant wait for each other until commit, so
-- that each counts the files of the one before.
grant select (id, storage_quota_bytes) on tenants to oriel_definer;
create policy tenants_definer on tenants for select to oriel_definer using (true);
create or replace function storage_room() returns bigint security definer set search_path = public, pg_temp language sql as $$
  select pg_advisory_xact_lock(hashtextextended('storage ' || app_tenant(), 0));
  select (storage_quota_bytes - (select coalesce(sum(amount), 0) from rollups where tenant_id = app_tenant() and kind = 'bytes'))::bigint
    from tenants where id = app_tenant()
$$;

-- ── Face of a business ──
-- Whoever names an active business by its slug learns its name, colour and logo for its sign-in, and cannot list any.
grant select (slug, name, status, accent, logo_file_id) on tenants to oriel_definer;
grant select (id, storage_key, file_name, content_type, sha256, status, created_at) on stored_files to oriel_definer;
create or replace function business_face(slug text) returns table (name text, accent text, logo_file_id uuid)
  stable security definer set search_path = public, pg_temp language sql as $$
  select t.name, t.accent, t.logo_file_id from tenants t where t.slug = $1 and t.status = 'active'
$$;
create or replace function business_logo(slug text) returns table (storage_key text, file_name text, content_type text, byte_size bigint, sha256 bytea, status stored_file_status, created_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql as $$
  select f.storage_key, f.file_name, f.content_type, f.byte_size, f.sha256, f.status, f.created_at
    from tenants t join stored_files f on f.id = t.logo_file_id where t.slug = $1 and t.status = 'active'
$$;

-- ── Lost access ──
-- The trigger users_end_access revokes the sessions and tokens of a user who is deactivated, reactivated or changes address, type or client.
grant select (id, user_id, revoked_at), update (revoked_at) on sessions, api_tokens to oriel_definer;
create policy sessions_definer on sessions to oriel_definer using (true) with check (revoked_at is not null);
create policy api_tokens_definer on api_tokens to oriel_definer using (true) with check (revoked_at is not null);

-- ── First sign-in ──
-- The function of three triggers notes the first sign-in of a tenant, from which on the super-admin adds nothing to it.
grant select (id, tenant_id) on users to oriel_definer;
grant select (first_signed_in_at), update (first_signed_in_at) on tenants to oriel_definer;
create policy users_definer on users for select to oriel_definer using (true);
create policy tenants_definer_update on tenants for update to oriel_definer using (true) with check (first_signed_in_at is not null);
-- ── Last change ──
-- A conflict names who changed a record meanwhile, although only admins read the trail: the newest line of these actions on the
-- record, within the actor's tenant (the platform: without one). People of a client ask about their own account only.
grant select (tenant_id, actor_name, action, record_type, record_id, created_at) on audit_entries to oriel_definer;
create policy audit_entries_definer on audit_entries for select to oriel_definer using (tenant_id is not distinct from (select app_tenant()));
create or replace function last_change(record_type text, record uuid, actions text[]) returns table (name text, at timestamptz)
  stable security definer set search_path = public, pg_temp language sql as $$
  select actor_name, created_at from audit_entries e
    where e.tenant_id is not distinct from app_tenant() and e.record_type = $1 and e.record_id = $2 and e.action = any ($3)
      and e.actor_name is not null and (app_client() is null or $2 = app_user())
    order by created_at desc limit 1
$$;

-- ── Chain of the audit trail ──
-- The triggers link_audit_entries and chain_audit_link write links; keep_audit_link says what of a link may change.
grant select, insert (id, tenant_id, entry_ids, digests), update (position, hash) on audit_links to oriel_definer;
create policy audit_links_definer on audit_links to oriel_definer using (true);
revoke execute on function audit_digest(audit_entries) from public;
grant execute on function audit_digest(audit_entries) to oriel_definer;

-- ── Papers that can be checked ──
-- Whoever holds the code of a printed document learns what it says of itself, and nothing without a code.
grant select (verify_code, number, issued_on, total_minor, currency, status, credited_minor, issuer) on invoices to oriel_definer;
grant select (verify_code, number, issued_on, total_minor, currency, issuer) on credit_notes to oriel_definer;
create policy invoices_definer on invoices for select to oriel_definer using (verify_code is not null);
create policy credit_notes_definer on credit_notes for select to oriel_definer using (verify_code is not null);
grant select, insert (tenant_id, client_id, from_on, to_on, printed_on, currency, closing_minor, issuer_name, account_end), update (account_end) on statement_prints to oriel_definer;
create policy statement_prints_definer_select on statement_prints for select to oriel_definer using (true);
create policy statement_prints_definer_update on statement_prints for update to oriel_definer using (tenant_id = (select app_tenant()));
create policy statement_prints_definer_insert on statement_prints for insert to oriel_definer with check (tenant_id = (select app_tenant()));
create or replace function paper_by_code(code text)
  returns table (kind text, issuer text, number text, issued_on date, from_on date, to_on date, total_minor bigint, currency text, account_end text, is_void boolean, credited_minor bigint)
  stable security definer set search_path = public, pg_temp language sql as $$
  select 'invoice', issuer ->> 'name', number, issued_on, null::date, null::date, total_minor, currency::text,
      right(regexp_replace(issuer ->> 'iban', '[^0-9A-Za-z]', '', 'g'), 4), status = 'void', credited_minor
    from invoices where verify_code = $1
  union all
  select 'credit_note', issuer ->> 'name', number, issued_on, null, null, total_minor, currency::text,
      right(regexp_replace(issuer ->> 'iban', '[^0-9A-Za-z]', '', 'g'), 4), false, 0
    from credit_notes where verify_code = $1
  union all
  select 'statement', issuer_name, null, printed_on, from_on, to_on, closing_minor, currency::text, account_end, false, 0
    from statement_prints where statement_prints.code = $1
$$;

-- The code of a statement of the actor's client, or of a client of the admin's business: the same one for the same statement on
-- one day. The balance is computed here, so that no caller can have a code for another one. Null for a client out of reach.
grant select (id, currency) on clients to oriel_definer;
grant select (time_zone) on tenants to oriel_definer;
grant select (iban) on billing_settings to oriel_definer;
grant select (tenant_id, party_id, entry_on, debit_minor, credit_minor) on ledger_entries to oriel_definer;
create policy ledger_entries_definer on ledger_entries for select to oriel_definer using (true);
create or replace function statement_code(client uuid, from_on date, to_on date) returns text security definer set search_path = public, pg_temp language sql as $$
  with printed as (
    select c.tenant_id, c.id, c.currency, t.name, (now() at time zone t.time_zone)::date as today,
      right(regexp_replace(b.iban, '[^0-9A-Za-z]', '', 'g'), 4) as account_end,
      (select coalesce(sum(e.credit_minor - e.debit_minor), 0)::bigint from ledger_entries e where e.party_id = c.id and e.entry_on <= $3) as closing
    from clients c join tenants t on t.id = c.tenant_id left join billing_settings b on b.tenant_id = t.id
    where c.id = $1 and c.tenant_id = app_tenant() and (app_client() is null or c.id = app_client())
  ), added as (
    insert into statement_prints (tenant_id, client_id, from_on, to_on, printed_on, currency, closing_minor, issuer_name, account_end)
    select tenant_id, id, $2, $3, today, currency, closing, name, account_end from printed
    -- An update that changes nothing returns the row of a twin that came first, also one that committed meanwhile.
    on conflict on constraint statement_prints_one_a_day do update set account_end = statement_prints.account_end
    returning code
  )
  select code from added
$$;

-- ── Search ──
-- The team's search finds a rare word by an index, which row security keeps from LIKE: the ids of up to 501 documents of the
-- tenant by their title, and of as many by the name of a file. The statements are planned with the pattern itself.
grant select (id, search_text) on documents to oriel_definer;
grant select (search_text) on stored_files to oriel_definer;
grant select (tenant_id, document_id, file_id) on document_versions to oriel_definer;
create policy document_versions_definer on document_versions for select to oriel_definer using (true);
create or replace function matching_documents(pattern text) returns setof uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query execute format('select d.id from documents d where d.tenant_id = %1$L and d.search_text like %2$L limit 501', app_tenant(), pattern);
end $$;
create or replace function matching_file_names(pattern text) returns setof uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query execute format('select distinct v.document_id from stored_files f join document_versions v on v.tenant_id = f.tenant_id and v.file_id = f.id
    where f.tenant_id = %1$L and f.search_text like %2$L limit 501', app_tenant(), pattern);
end $$;
-- The same for the names of projects (or of their client), of clients, and of people, whom admins alone may read.
grant select (id, client_id, search_text) on projects to oriel_definer;
grant select (search_text) on clients, users to oriel_definer;
create or replace function matching_projects(pattern text) returns setof uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query execute format('
    (select p.id from projects p where p.tenant_id = %1$L and p.search_text like %2$L limit 501)
    union (select p.id from clients c join projects p on p.tenant_id = c.tenant_id and p.client_id = c.id
      where c.tenant_id = %1$L and c.search_text like %2$L limit 501)', app_tenant(), pattern);
end $$;
create or replace function matching_clients(pattern text) returns setof uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query execute format('select c.id from clients c where c.tenant_id = %1$L and c.search_text like %2$L limit 501', app_tenant(), pattern);
end $$;
create or replace function matching_people(pattern text) returns setof uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query execute format('select u.id from users u where u.tenant_id = %1$L and u.search_text like %2$L limit 501', app_tenant(), pattern);
end $$;

-- The same for tickets: by their subject, number, person and first message, by the messages, and by the notes of the team.
grant select (id, tenant_id, search_text) on support_tickets to oriel_definer;
grant select (tenant_id, ticket_id, search_text) on ticket_messages, ticket_notes to oriel_definer;
create policy support_tickets_definer on support_tickets for select to oriel_definer using (true);
create policy ticket_messages_definer on ticket_messages for select to oriel_definer using (true);
create policy ticket_notes_definer on ticket_notes for select to oriel_definer using (true);
create or replace function matching_tickets(pattern text) returns setof uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query execute format('
    (select t.id from support_tickets t where t.tenant_id = %1$L and t.search_text like %2$L limit 501)
    union (select m.ticket_id from ticket_messages m where m.tenant_id = %1$L and m.search_text like %2$L limit 501)
    union (select n.ticket_id from ticket_notes n where n.tenant_id = %1$L and n.search_text like %2$L limit 501)', app_tenant(), pattern);
end $$;

-- ── Colleagues ──
-- Staff see no other users, and assign tickets to one another all the same: the names of the active people of their own business.
grant select (name, user_type, is_active) on users to oriel_definer;
create or replace function team_members() returns table (id uuid, name text) stable security definer set search_path = public, pg_temp language sql as $$
  select u.id, u.name from users u where u.tenant_id = app_tenant() and u.user_type in ('admin', 'staff') and u.is_active order by u.name, u.id limit 500
$$;

-- ── Money of a client ──
-- The frame of a client's pages offers Money where there is some. The identification asks, which reads no money itself.
grant select (client_id) on invoices to oriel_definer;
-- Every issued invoice has a code, and no draft.
create or replace function has_money(client uuid) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select 1 from invoices where client_id = $1 and verify_code is not null) or exists (select 1 from ledger_entries where party_id = $1)
$$;

-- ── Hours of a client ──
-- The frame of a client's pages offers Hours where some are shown.
grant select (shown_client_id) on time_entries to oriel_definer;
-- The identification has no tenant yet; every other function stays within its own.
create policy time_entries_definer on time_entries for select to oriel_definer using (tenant_id = (select app_tenant()) or (select app_tenant()) is null);
create or replace function has_hours(client uuid) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select 1 from time_entries where shown_client_id = $1)
$$;

-- ── Mail ──
-- The trigger of notifications plans their mails (plan_mails, plan_renewed_mails).
grant select on notification_settings, mail_preferences to oriel_definer;
grant select (time_zone) on tenants to oriel_definer;
grant select (notification_id, mail_id), insert (id, tenant_id, user_id, notification_id, cadence) on mail_items to oriel_definer;
grant select (pending_key), insert (id, tenant_id, kind, arguments, pending_key, due_at) on jobs to oriel_definer;
grant select (id, tenant_id, user_id, about, state, job), insert (id, tenant_id, user_id, job, about), update (state, job, unconfirmed) on mails to oriel_definer;
grant select (mail_refused_at), update (mail_refused_at, mail_refusal) on users to oriel_definer;
create policy notification_settings_definer on notification_settings for select to oriel_definer using (true);
create policy mail_preferences_definer on mail_preferences for select to oriel_definer using (true);
create policy mail_items_definer_select on mail_items for select to oriel_definer using (true);
create policy mail_items_definer_insert on mail_items for insert to oriel_definer with check (true);
create policy jobs_definer_select on jobs for select to oriel_definer using (true);
create policy jobs_definer_insert on jobs for insert to oriel_definer with check (true);
create policy mails_definer on mails to oriel_definer using (true);
create policy users_definer_mail on users for update to oriel_definer using (tenant_id = (select app_tenant())) with check (mail_refused_at is null);

-- A mail about an account, which carries a link or a warning: an admin sends invitations and resets to people of the tenant, the super-admin
-- invitations, and the sign-in any. `detail` holds ids.
create or replace function enqueue_account_mail(about mail_about, person uuid, detail jsonb) returns uuid security definer set search_path = public, pg_temp language plpgsql as $$
declare
  tenant uuid := (select tenant_id from users where id = person);
  mail uuid := gen_random_uuid();
  job uuid := gen_random_uuid();
  acting text := current_setting('role');
begin
  if not (acting = 'oriel_login' and about <> 'notifications'
      or acting = 'oriel_admin' and about in ('invitation', 'password_reset') and tenant = app_tenant()
      or acting = 'oriel_platform' and about = 'invitation') or not exists (select from users where id = person) then
    raise exception 'no mail of this kind to this person' using errcode = 'insufficient_privilege';
  end if;
  insert into jobs (id, tenant_id, kind, arguments, due_at) values (job, tenant, 'mail', detail || jsonb_build_object('mailId', mail), now());
  insert into mails (id, tenant_id, user_id, job, about) values (mail, tenant, person, job, enqueue_account_mail.about);
  return mail;
end $$;

-- An admin has a mail of the tenant tried again that was not sent. The address counts as good again.
create or replace function retry_mail(mail uuid) returns boolean security definer set search_path = public, pg_temp language plpgsql as $$
declare
  next_job uuid := gen_random_uuid();
  recipient uuid;
begin
  update mails m set state = 'waiting', job = next_job, unconfirmed = 0
    where m.id = mail and m.tenant_id = app_tenant() and m.state in ('failed', 'kept') returning m.user_id into recipient;
  if recipient is null then
    return false;
  end if;
  update users set mail_refused_at = null, mail_refusal = null where id = recipient and mail_refused_at is not null;
  insert into jobs (id, tenant_id, kind, arguments, due_at) values (next_job, app_tenant(), 'mail', jsonb_build_object('mailId', mail), now());
  return true;
end $$;

-- ── Imports ──
-- The trigger imports_plan adds the job of an import. A worker forgets imports that wrote nothing within seven days, with their files.
grant select (id, tenant_id, status, file_id, created_at), delete on imports to oriel_definer;
grant update (status) on stored_files to oriel_definer;
create policy imports_definer on imports for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy imports_definer_delete on imports for delete to oriel_definer using (tenant_id = (select app_tenant()) and status in ('mapping', 'checked'));
create policy stored_files_definer_update on stored_files for update to oriel_definer using (tenant_id = (select app_tenant())) with check (status = 'pending');
create or replace function forget_imports() returns int security definer set search_path = public, pg_temp language sql as $$
  with forgotten as (
    delete from imports where tenant_id = app_tenant() and status in ('mapping', 'checked') and created_at < now() - interval '7 days' returning id, file_id
  ), let_go as (
    update stored_files set status = 'pending' where id in (select file_id from forgotten) returning id
  )
  select count(*)::int from forgotten left join let_go on let_go.id = forgotten.file_id
$$;

-- ── Owner and callers ──
grant create on schema public to oriel_definer;
alter function next_ticket_number() owner to oriel_definer;
alter function next_bill_number(text, date) owner to oriel_definer;
alter function tenant_usage(uuid) owner to oriel_definer;
alter function storage_room() owner to oriel_definer;
alter function last_change(text, uuid, text[]) owner to oriel_definer;
alter function business_face(text) owner to oriel_definer;
alter function business_logo(text) owner to oriel_definer;
alter function paper_by_code(text) owner to oriel_definer;
alter function statement_code(uuid, date, date) owner to oriel_definer;
alter function has_money(uuid) owner to oriel_definer;
alter function has_hours(uuid) owner to oriel_definer;
alter function matching_documents(text) owner to oriel_definer;
alter function matching_file_names(text) owner to oriel_definer;
alter function matching_projects(text) owner to oriel_definer;
alter function matching_clients(text) owner to oriel_definer;
alter function matching_people(text) owner to oriel_definer;
alter function plan_mails() owner to oriel_definer;
alter function plan_renewed_mails() owner to oriel_definer;
alter function enqueue_account_mail(mail_about, uuid, jsonb) owner to oriel_definer;
alter function retry_mail(uuid) owner to oriel_definer;
alter function matching_tickets(text) owner to oriel_definer;
alter function team_members() owner to oriel_definer;
alter function plan_import() owner to oriel_definer;
alter function forget_imports() owner to oriel_definer;
alter function end_access() owner to oriel_definer;
alter function link_audit_entries() owner to oriel_definer;
alter function chain_audit_link() owner to oriel_definer;
alter function mark_first_sign_in() owner to oriel_definer;
alter function roll_up_usage() owner to oriel_definer;
alter function roll_up_hours() owner to oriel_definer;
alter function roll_up_money() owner to oriel_definer;
alter function keep_planned_dates() owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function next_ticket_number(), next_bill_number(text, date), tenant_usage(uuid), storage_room(), last_change(text, uuid, text[]), business_face(text), business_logo(text), paper_by_code(text), statement_code(uuid, date, date), has_money(uuid), has_hours(uuid) from public;
revoke execute on function matching_documents(text), matching_file_names(text), matching_projects(text), matching_clients(text), matching_people(text), matching_tickets(text), team_members() from public;
revoke execute on function enqueue_account_mail(mail_about, uuid, jsonb), retry_mail(uuid) from public;
grant execute on function enqueue_account_mail(mail_about, uuid, jsonb) to oriel_admin, oriel_platform, oriel_login;
grant execute on function retry_mail(uuid) to oriel_admin;
revoke execute on function forget_imports() from public;
grant execute on function forget_imports() to oriel_worker;
grant execute on function mail_due(mail_cadence, text, int, int), plan_mails_of(uuid[]) to oriel_definer;
grant execute on function has_money(uuid), has_hours(uuid) to oriel_login;
grant execute on function matching_documents(text), matching_file_names(text), matching_projects(text), matching_clients(text), matching_tickets(text), team_members() to oriel_staff, oriel_admin;
grant execute on function matching_people(text) to oriel_admin;
grant execute on function next_ticket_number() to oriel_client, oriel_staff, oriel_admin;
grant execute on function next_bill_number(text, date) to oriel_admin;
grant execute on function tenant_usage(uuid) to oriel_platform;
grant execute on function storage_room() to oriel_client, oriel_staff, oriel_admin;
grant execute on function last_change(text, uuid, text[]) to oriel_client, oriel_staff, oriel_admin, oriel_platform;
grant execute on function business_face(text), business_logo(text) to oriel_public;
grant execute on function paper_by_code(text) to oriel_public;
grant execute on function statement_code(uuid, date, date) to oriel_client, oriel_admin;
