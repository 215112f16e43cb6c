-- ── client_exports ──
-- A person of a client asks for what they may see themselves, and sees what they asked for while they belong to that client.
grant select, insert (id, tenant_id, client_id, user_id, asked_by_id, asked_by_name, created_at), update (downloaded_at) on client_exports to oriel_client, oriel_admin;
create policy client_exports_client on client_exports for select to oriel_client using (asked_by_id = (select app_user()) and client_id = (select app_client()));
create policy client_exports_client_update on client_exports for update to oriel_client using (asked_by_id = (select app_user()) and client_id = (select app_client()));
create policy client_exports_client_insert on client_exports for insert to oriel_client
  with check (client_id = (select app_client()) and user_id = (select app_user()) and asked_by_id = (select app_user()));
-- An admin asks in the place of a person of the client, whose eyes the worker then takes, or for the whole business.
create policy client_exports_admin on client_exports for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy client_exports_admin_update on client_exports for update to oriel_admin using (tenant_id = (select app_tenant()));
create policy client_exports_admin_insert on client_exports for insert to oriel_admin with check (
  tenant_id = (select app_tenant()) and asked_by_id = (select app_user())
  and (user_id is null and client_id is null or exists (select from users u where u.id = client_exports.user_id and u.client_id = client_exports.client_id)));
-- The worker makes it, and removes the file when its time is over.
grant select, update (state, reason, done_files, total_files, file_name, storage_key, byte_size, sha256, ready_at, expires_at) on client_exports to oriel_worker;
create policy client_exports_worker on client_exports to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));

-- What the function notify tells of it (notify.sql), and the trigger that adds its job.
grant select (id, tenant_id, client_id, asked_by_id, state) on client_exports to oriel_definer;
grant select (name) on clients to oriel_definer;
create policy client_exports_definer on client_exports for select to oriel_definer using (tenant_id = (select app_tenant()));
grant create on schema public to oriel_definer;
alter function start_client_export() owner to oriel_definer;
revoke create on schema public from oriel_definer;

-- ── The whole business ──
-- Who takes a business along reads all of it in one role that nothing else takes: every row of these tables, without the columns that
-- PostgreSQL derives and the ones named here. Nobody takes along what opens an account or belongs to this installation: password
-- hashes, sessions, tokens, links, reply addresses, jobs (lib/exports/business/format.ts has the reason for each).
do $$
declare
  taken record;
begin
  for taken in
    select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
      case c.relname when 'tenants' then 'id' else 'tenant_id' end as of
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and (c.relname, a.attname) not in (('mails', 'job'))
      and c.relname in ('tenants', 'users', 'clients', 'stored_files', 'projects', 'phases', 'phase_date_changes', 'phase_templates', 'project_updates',
        'project_update_photos', 'project_comments', 'update_notes', 'document_types', 'documents', 'document_versions', 'document_pictures',
        'document_transitions', 'document_downloads', 'photos', 'photo_variants', 'support_tickets', 'ticket_messages', 'ticket_notes',
        'ticket_attachments', 'ticket_reads', 'ticket_topics', 'saved_replies', 'support_settings', 'billing_settings', 'number_sequences',
        'invoices', 'invoice_lines', 'instalments', 'payments', 'payment_allocations', 'refunds', 'credit_notes', 'credit_note_lines',
        'payment_claims', 'ledger_entries', 'statement_prints', 'time_entries', 'work_timers', 'notifications', 'notification_settings',
        'mail_preferences', 'mails', 'mail_items', 'received_mails', 'clock_marks', 'schedule_runs', 'visits', 'openings', 'rollups', 'imports',
        'import_records', 'import_problems', 'erasures', 'audit_archives', 'audit_entries', 'audit_links')
    group by c.oid, c.relname
  loop
    execute format('grant select (%s) on %s to oriel_exporter', taken.columns, taken.name);
    execute format('create policy %I on %s for select to oriel_exporter using (%I = (select app_tenant()))', taken.name || '_exporter', taken.name, taken.of);
  end loop;
end $$;
