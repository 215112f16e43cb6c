-- The erasure of a person: functions past row security, owned by a role of their own, which no login can take.

-- ── Rights of the functions ──
-- Within the tenant, and only what the list below names.
grant execute on function oriel_fold(text) to oriel_eraser;
grant select (id, tenant_id, user_type, name, email, phone, is_active, erased_at),
  update (email, name, phone, locale, is_active, client_portal_enabled, client_id, last_sign_in_at, mail_refused_at, mail_refusal, erased_at, updated_at) on users to oriel_eraser;
create policy users_eraser on users to oriel_eraser using (tenant_id = (select app_tenant()));

-- Tables of a person, whose tenant is that of the person.
grant select (user_id), delete on credentials to oriel_eraser;
grant select (id, user_id), delete on sessions, api_tokens, user_links to oriel_eraser;
grant select (key_hash, user_id), delete on idempotency_keys to oriel_eraser;
grant select (id, user_id, by_id), update (by_name), delete on security_notices to oriel_eraser;
create policy credentials_eraser on credentials to oriel_eraser using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy sessions_eraser on sessions to oriel_eraser using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy api_tokens_eraser on api_tokens to oriel_eraser using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy user_links_eraser on user_links to oriel_eraser using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy idempotency_keys_eraser on idempotency_keys to oriel_eraser using (user_id in (select id from users where tenant_id = (select app_tenant())));
create policy security_notices_eraser on security_notices to oriel_eraser using (user_id in (select id from users where tenant_id = (select app_tenant())));

grant select (user_id), delete on mail_preferences, work_timers to oriel_eraser;
grant select (id, user_id), delete on mails, reply_addresses, openings, document_downloads, guest_passes, guest_visits to oriel_eraser;
grant select (kind, user_id), delete on notification_settings to oriel_eraser;
grant select (place, user_id), delete on visits to oriel_eraser;
grant select (ticket_id, user_id), delete on ticket_reads to oriel_eraser;
grant select (id, user_id, facts), update (facts), delete on notifications to oriel_eraser;
grant select (id, user_id, asked_by_id, state, storage_key, expires_at), update (asked_by_name, expires_at) on client_exports to oriel_eraser;
grant insert (id, tenant_id, kind, due_at) on jobs to oriel_eraser;
grant select (id, created_by_id), update (created_by_name, sample) on imports to oriel_eraser;
grant select (id, import_id, record_id), delete on import_records to oriel_eraser;
grant select (id, value), delete on import_problems to oriel_eraser;
grant select (id, tenant_id, client_user_id), update (client_user_id) on projects to oriel_eraser;
grant select (id, client_user_id, opened_by_id, assignee_id), update (client_user_name, opened_by_name, assignee_name) on support_tickets to oriel_eraser;
grant select (id, author_id), update (author_name) on ticket_messages, ticket_notes, project_updates, project_comments, update_notes to oriel_eraser;
grant select (id, uploaded_by_id), update (uploaded_by_name) on document_versions to oriel_eraser;
grant select (id, actor_id), update (actor_name) on document_transitions to oriel_eraser;
grant select (id, user_id, invoice_line_id), update (user_name) on time_entries to oriel_eraser;
grant select (id, user_id, decided_by_id), update (user_name, decided_by_name) on payment_claims to oriel_eraser;
grant select (record_id) on search_entries to oriel_eraser;
-- What is kept is counted.
grant select (created_by_id) on ledger_entries, credit_notes to oriel_eraser;
grant select (recorded_by_id) on payments, refunds to oriel_eraser;
grant select (actor_id, record_type, record_id) on audit_entries to oriel_eraser;
grant select (changed_by_id) on phase_date_changes to oriel_eraser;
grant select (proof_by_id, attached_by_id) on stored_files to oriel_eraser;
grant select (attached_by_id) on ticket_attachments to oriel_eraser;
grant select (uploaded_by_id) on photos to oriel_eraser;
grant select (asked_by_id), insert on erasures to oriel_eraser;
create policy notification_settings_eraser on notification_settings to oriel_eraser using (tenant_id = (select app_tenant()));
create policy mail_preferences_eraser on mail_preferences to oriel_eraser using (tenant_id = (select app_tenant()));
create policy mails_eraser on mails to oriel_eraser using (tenant_id = (select app_tenant()));
create policy reply_addresses_eraser on reply_addresses to oriel_eraser using (tenant_id = (select app_tenant()));
create policy visits_eraser on visits to oriel_eraser using (tenant_id = (select app_tenant()));
create policy openings_eraser on openings to oriel_eraser using (tenant_id = (select app_tenant()));
create policy document_downloads_eraser on document_downloads to oriel_eraser using (tenant_id = (select app_tenant()));
create policy ticket_reads_eraser on ticket_reads to oriel_eraser using (tenant_id = (select app_tenant()));
create policy work_timers_eraser on work_timers to oriel_eraser using (tenant_id = (select app_tenant()));
create policy guest_passes_eraser on guest_passes to oriel_eraser using (tenant_id = (select app_tenant()));
create policy guest_visits_eraser on guest_visits to oriel_eraser using (tenant_id = (select app_tenant()));
create policy notifications_eraser on notifications to oriel_eraser using (tenant_id = (select app_tenant()));
create policy client_exports_eraser on client_exports to oriel_eraser using (tenant_id = (select app_tenant()));
create policy jobs_eraser on jobs for insert to oriel_eraser with check (tenant_id = (select app_tenant()) and kind = 'forget_exports');
create policy imports_eraser on imports to oriel_eraser using (tenant_id = (select app_tenant()));
create policy import_records_eraser on import_records to oriel_eraser using (tenant_id = (select app_tenant()));
create policy import_problems_eraser on import_problems to oriel_eraser using (tenant_id = (select app_tenant()));
create policy projects_eraser on projects to oriel_eraser using (tenant_id = (select app_tenant()));
create policy support_tickets_eraser on support_tickets to oriel_eraser using (tenant_id = (select app_tenant()));
create policy ticket_messages_eraser on ticket_messages to oriel_eraser using (tenant_id = (select app_tenant()));
create policy ticket_notes_eraser on ticket_notes to oriel_eraser using (tenant_id = (select app_tenant()));
create policy project_updates_eraser on project_updates to oriel_eraser using (tenant_id = (select app_tenant()));
create policy project_comments_eraser on project_comments to oriel_eraser using (tenant_id = (select app_tenant()));
create policy update_notes_eraser on update_notes to oriel_eraser using (tenant_id = (select app_tenant()));
create policy document_versions_eraser on document_versions to oriel_eraser using (tenant_id = (select app_tenant()));
create policy document_transitions_eraser on document_transitions to oriel_eraser using (tenant_id = (select app_tenant()));
create policy time_entries_eraser on time_entries to oriel_eraser using (tenant_id = (select app_tenant()));
create policy payment_claims_eraser on payment_claims to oriel_eraser using (tenant_id = (select app_tenant()));
create policy search_entries_eraser on search_entries for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy ledger_entries_eraser on ledger_entries for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy credit_notes_eraser on credit_notes for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy payments_eraser on payments for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy refunds_eraser on refunds for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy audit_entries_eraser on audit_entries for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy phase_date_changes_eraser on phase_date_changes for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy stored_files_eraser on stored_files for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy ticket_attachments_eraser on ticket_attachments for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy photos_eraser on photos for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy erasures_eraser on erasures for select to oriel_eraser using (tenant_id = (select app_tenant()));
create policy erasures_eraser_insert on erasures for insert to oriel_eraser with check (tenant_id = (select app_tenant()));

-- ── What becomes of everything that is known of a person ──
-- In this order. `part` is a heading and a reason of the catalogue "erasure"; `columns` are those that are decided about: a test compares
-- them with the columns of all tables, so that none is without a decision. Where `sets` is null, erased rows are deleted; '' is done by a
-- trigger. $1 is the person, $2 the name, $3 what takes its place, $4 the address, $5 the phone number.
create or replace function erasure_parts() returns table (place int, part text, of_table text, does text, columns text[], sets text, which text)
  immutable set search_path = public, pg_temp language sql as $$
  values
    (1, 'access', 'credentials', 'erased', '{user_id,password_hash}'::text[], null, 'user_id = $1'),
    (2, 'access', 'sessions', 'erased', '{user_id,ip,user_agent}', null, 'user_id = $1'),
    (3, 'access', 'api_tokens', 'erased', '{user_id,name,purpose}', null, 'user_id = $1'),
    (4, 'access', 'user_links', 'erased', '{user_id,created_by_id}', null, 'user_id = $1'),
    (5, 'access', 'security_notices', 'erased', '{user_id}', null, 'user_id = $1'),
    (6, 'access', 'idempotency_keys', 'erased', '{user_id}', null, 'user_id = $1'),
    (7, 'preferences', 'notification_settings', 'erased', '{user_id}', null, 'user_id = $1'),
    (8, 'preferences', 'mail_preferences', 'erased', '{user_id,time_zone}', null, 'user_id = $1'),
    (9, 'notifications', 'notifications', 'erased', '{user_id}', null, 'user_id = $1'),
    (10, 'mails', 'mails', 'erased', '{user_id,to_address,subject,content,last_error}', null, 'user_id = $1'),
    (11, 'mails', 'reply_addresses', 'erased', '{user_id}', null, 'user_id = $1'),
    (12, 'looks', 'visits', 'erased', '{user_id}', null, 'user_id = $1'),
    (13, 'looks', 'openings', 'erased', '{user_id,user_name}', null, 'user_id = $1'),
    (14, 'looks', 'document_downloads', 'erased', '{user_id,user_name}', null, 'user_id = $1'),
    (15, 'looks', 'ticket_reads', 'erased', '{user_id}', null, 'user_id = $1'),
    (16, 'timer', 'work_timers', 'erased', '{user_id,description}', null, 'user_id = $1'),
    (60, 'guests', 'guest_visits', 'erased', '{user_id,name,user_agent}', null, 'user_id = $1'),
    (61, 'guests', 'guest_passes', 'erased', '{user_id,label,password_hash}', null, 'user_id = $1'),
    (17, 'archives', 'client_exports', 'erased', '{user_id,storage_key,file_name}', 'expires_at = now()', '(user_id = $1 or asked_by_id = $1 or user_id is null) and (storage_key is not null or state in (''waiting'', ''working''))'),
    (18, 'imports', 'import_problems', 'erased', '{value,message}', null, 'value in ($2, $4, $5)'),
    (19, 'imports', 'imports', 'erased', '{sample}', 'sample = ''[]''', 'id in (select import_id from import_records where record_id = $1)'),
    (20, 'imports', 'import_records', 'erased', '{external_key,before}', null, 'record_id = $1'),
    (21, 'contact', 'projects', 'erased', '{client_user_id}', 'client_user_id = null', 'client_user_id = $1'),
    (22, 'names', 'security_notices', 'replaced', '{by_id,by_name}', 'by_name = $3', 'by_id = $1'),
    (23, 'names', 'notifications', 'replaced', '{facts}', 'facts = facts || jsonb_build_object(''by'', $3)', 'facts ->> ''by'' = $2'),
    (24, 'names', 'client_exports', 'replaced', '{asked_by_id,asked_by_name}', 'asked_by_name = $3', 'asked_by_id = $1'),
    (25, 'names', 'imports', 'replaced', '{created_by_id,created_by_name}', 'created_by_name = $3', 'created_by_id = $1'),
    (26, 'names', 'support_tickets', 'replaced', '{client_user_id,client_user_name,search_text}', 'client_user_name = $3', 'client_user_id = $1'),
    (27, 'names', 'support_tickets', 'replaced', '{opened_by_id,opened_by_name}', 'opened_by_name = $3', 'opened_by_id = $1'),
    (28, 'names', 'support_tickets', 'replaced', '{assignee_id,assignee_name}', 'assignee_name = $3', 'assignee_id = $1'),
    (29, 'names', 'ticket_messages', 'replaced', '{client_user_id,author_id,author_name}', 'author_name = $3', 'author_id = $1'),
    (30, 'names', 'ticket_notes', 'replaced', '{client_user_id,author_id,author_name}', 'author_name = $3', 'author_id = $1'),
    (31, 'names', 'project_updates', 'replaced', '{author_id,author_name}', 'author_name = $3', 'author_id = $1'),
    (32, 'names', 'project_comments', 'replaced', '{author_id,author_name}', 'author_name = $3', 'author_id = $1'),
    (33, 'names', 'update_notes', 'replaced', '{author_id,author_name}', 'author_name = $3', 'author_id = $1'),
    (34, 'names', 'document_versions', 'replaced', '{uploaded_by_id,uploaded_by_name}', 'uploaded_by_name = $3', 'uploaded_by_id = $1'),
    (35, 'names', 'document_transitions', 'replaced', '{actor_id,actor_name}', 'actor_name = $3', 'actor_id = $1'),
    (36, 'names', 'payment_claims', 'replaced', '{user_id,user_name}', 'user_name = $3', 'user_id = $1'),
    (37, 'names', 'payment_claims', 'replaced', '{decided_by_id,decided_by_name}', 'decided_by_name = $3', 'decided_by_id = $1'),
    (38, 'names', 'time_entries', 'replaced', '{user_id,user_name,shown_name}', 'user_name = $3', 'user_id = $1 and invoice_line_id is null'),
    (39, 'account', 'users', 'replaced', '{email,name,phone,locale,client_id,mail_refusal,search_text}',
      'email = $1 || ''@erased.invalid'', name = $3, phone = null, locale = null, is_active = false, client_portal_enabled = false, client_id = null, last_sign_in_at = null, mail_refused_at = null, mail_refusal = null, erased_at = now(), updated_at = now()',
      'id = $1'),
    (40, 'search', 'search_entries', 'replaced', '{title,words,slips}', '', 'record_id = $1'),
    (41, 'money', 'ledger_entries', 'kept', '{created_by_id,created_by_name,description,reference}', null, 'created_by_id = $1'),
    (42, 'money', 'payments', 'kept', '{recorded_by_id,recorded_by_name,reference,search_text}', null, 'recorded_by_id = $1'),
    (43, 'money', 'refunds', 'kept', '{recorded_by_id,recorded_by_name,reference}', null, 'recorded_by_id = $1'),
    (44, 'money', 'credit_notes', 'kept', '{created_by_id,created_by_name,reason,issuer,recipient,search_text}', null, 'created_by_id = $1'),
    (45, 'money', 'payment_claims', 'kept', '{note,decline_reason}', null, 'user_id = $1'),
    (46, 'money', 'time_entries', 'kept', '{description,shown_description}', null, 'user_id = $1 and invoice_line_id is not null'),
    (47, 'trail', 'audit_entries', 'kept', '{actor_id,actor_name,detail,via,ip,user_agent}', null, 'actor_id = $1 or record_type = ''user'' and record_id = $1'),
    (48, 'trail', 'erasures', 'kept', '{user_id,asked_by_id,asked_by_name,parts}', null, 'asked_by_id = $1'),
    (49, 'dates', 'phase_date_changes', 'kept', '{changed_by_id,changed_by_name,note}', null, 'changed_by_id = $1'),
    (50, 'correspondence', 'support_tickets', 'kept', '{subject,body}', null, 'client_user_id = $1'),
    (51, 'correspondence', 'ticket_messages', 'kept', '{body,search_text}', null, 'author_id = $1'),
    (52, 'correspondence', 'ticket_notes', 'kept', '{body,search_text}', null, 'author_id = $1'),
    (53, 'correspondence', 'ticket_attachments', 'kept', '{client_user_id,attached_by_id}', null, 'attached_by_id = $1'),
    (54, 'correspondence', 'project_comments', 'kept', '{body}', null, 'author_id = $1'),
    (55, 'correspondence', 'update_notes', 'kept', '{body}', null, 'author_id = $1'),
    (56, 'work', 'project_updates', 'kept', '{title,body}', null, 'author_id = $1'),
    (57, 'work', 'document_versions', 'kept', '{}', null, 'uploaded_by_id = $1'),
    (58, 'work', 'photos', 'kept', '{uploaded_by_id,caption}', null, 'uploaded_by_id = $1'),
    (59, 'work', 'stored_files', 'kept', '{proof_by_id,attached_by_id,file_name,search_text}', null, 'proof_by_id = $1 or attached_by_id = $1')
$$;

-- Erases a person of the tenant in the open transaction and returns the id of the protocol. Nobody erases themselves, so that an active
-- admin is left; the lock keeps two admins from erasing each other.
create or replace function erase_person(person uuid, pseudonym text) returns uuid security definer set search_path = public, pg_temp language plpgsql as $$
declare
  subject record;
  asker text;
  one record;
  met bigint;
  parts jsonb := '[]';
  protocol uuid := gen_random_uuid();
begin
  perform from users where tenant_id = app_tenant() and (id = person or user_type = 'admin' and is_active) order by id for update;
  select u.name, u.email, u.phone, u.user_type into subject from users u where u.id = person and u.tenant_id = app_tenant() and u.erased_at is null and u.id <> app_user();
  select u.name into asker from users u where u.id = app_user() and u.tenant_id = app_tenant() and u.user_type = 'admin' and u.is_active;
  if subject is null or asker is null then
    raise exception 'this person is not erased by this admin' using errcode = 'insufficient_privilege';
  end if;
  for one in select * from erasure_parts() p order by p.place loop
    execute case
      when one.does = 'kept' or one.sets = '' then format('select from %I where %s', one.of_table, one.which)
      when one.sets is null then format('delete from %I where %s', one.of_table, one.which)
      else format('update %I set %s where %s', one.of_table, one.sets, one.which) end
      using person, subject.name, pseudonym, subject.email, subject.phone;
    get diagnostics met = row_count;
    parts := parts || jsonb_build_object('part', one.part, 'table', one.of_table, 'does', one.does, 'count', met);
  end loop;
  -- The worker removes the files of the archives, whose time is over now.
  insert into jobs (id, tenant_id, kind, due_at) values (gen_random_uuid(), app_tenant(), 'forget_exports', now());
  insert into erasures (id, tenant_id, user_id, user_type, asked_by_id, asked_by_name, parts)
    values (protocol, app_tenant(), person, subject.user_type, app_user(), asker, parts);
  return protocol;
end $$;

-- ── Owner and callers ──
grant create on schema public to oriel_eraser;
alter function erase_person(uuid, text) owner to oriel_eraser;
revoke create on schema public from oriel_eraser;
revoke execute on function erasure_parts(), erase_person(uuid, text) from public;
grant execute on function erasure_parts() to oriel_eraser;
grant execute on function erase_person(uuid, text) to oriel_admin;
