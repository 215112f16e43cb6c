-- ── support_tickets ──
-- A client user sees tickets with client_user_id = self, without the name of who answers it and the times of the team, opens them, and
-- reopens a closed one by a reply. Staff and admins answer, assign and close those of the tenant, and open some in their own name.
grant select (id, tenant_id, client_id, client_user_id, client_user_name, opened_by_name, project_id, number, subject, category, priority, status, body, assignee_id, last_activity_at, asked_at, answered_at, waiting_since, closed_at, created_at, search_text, status_key),
  insert (id, tenant_id, client_id, client_user_id, client_user_name, project_id, number, subject, category, priority, status, body, last_activity_at, asked_at, waiting_since, created_at, updated_at),
  update (status, closed_at, last_activity_at, asked_at, waiting_since, updated_at) on support_tickets to oriel_client;
grant select, insert, update (subject, category, priority, status, assignee_id, assignee_name, closed_at, last_activity_at, asked_at, answered_at, first_answered_at, waiting_since, updated_at) on support_tickets to oriel_staff, oriel_admin;
create policy support_tickets_client_select on support_tickets for select to oriel_client using (client_user_id = (select app_user()));
create policy support_tickets_client_insert on support_tickets for insert to oriel_client with check (client_user_id = (select app_user()) and client_id = (select app_client()) and tenant_id = (select app_tenant()) and status = 'open');
create policy support_tickets_client_update on support_tickets for update to oriel_client using (client_user_id = (select app_user())) with check (client_user_id = (select app_user()) and status <> 'closed');
create policy support_tickets_team on support_tickets for select to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy support_tickets_team_insert on support_tickets for insert to oriel_staff, oriel_admin with check (tenant_id = (select app_tenant()) and opened_by_id = (select app_user()) and status = 'open');
create policy support_tickets_team_update on support_tickets for update to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));

-- ── ticket_messages ──
-- Both sides write messages, in their own name.
grant select, insert on ticket_messages to oriel_client, oriel_staff, oriel_admin;
create policy ticket_messages_client on ticket_messages to oriel_client using (client_user_id = (select app_user())) with check (client_user_id = (select app_user()) and author_id = (select app_user()) and author_type = 'client');
create policy ticket_messages_staff on ticket_messages to oriel_staff using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'staff');
create policy ticket_messages_admin on ticket_messages to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()) and author_type = 'admin');

-- ── ticket_notes ──
-- Internal notes are for staff and admins only: no role of a client has a grant.
grant select, insert on ticket_notes to oriel_staff, oriel_admin;
create policy ticket_notes_team on ticket_notes to oriel_staff, oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and author_id = (select app_user()));

-- ── ticket_attachments ──
-- An attachment is visible with its ticket, unless it belongs to an internal note. Everybody attaches only files that they themselves
-- have brought for a ticket (the key to stored_files holds it, and the policy there), and only to what they themselves wrote.
grant select, insert on ticket_attachments to oriel_client, oriel_staff, oriel_admin;
create policy ticket_attachments_client on ticket_attachments for select to oriel_client using (client_user_id = (select app_user()) and note_id is null);
create policy ticket_attachments_client_insert on ticket_attachments for insert to oriel_client with check (
  client_user_id = (select app_user()) and attached_by_id = (select app_user()) and note_id is null
  and (message_id is null or message_id in (select id from ticket_messages where author_id = (select app_user()))));
create policy ticket_attachments_team on ticket_attachments for select to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy ticket_attachments_team_insert on ticket_attachments for insert to oriel_staff, oriel_admin with check (
  tenant_id = (select app_tenant()) and attached_by_id = (select app_user())
  and (message_id in (select id from ticket_messages where author_id = (select app_user())) or note_id in (select id from ticket_notes where author_id = (select app_user()))
    or message_id is null and note_id is null and ticket_id in (select id from support_tickets where opened_by_id = (select app_user()))));

-- ── ticket_reads ──
-- A person notes how far they have read the tickets they see; nobody else looks.
grant select, insert, update (read_at) on ticket_reads to oriel_client, oriel_staff, oriel_admin;
create policy ticket_reads_client on ticket_reads to oriel_client using (user_id = (select app_user()) and client_user_id = (select app_user()));
create policy ticket_reads_team on ticket_reads to oriel_staff, oriel_admin using (user_id = (select app_user()) and tenant_id = (select app_tenant()));

-- ── ticket_topics ──
-- What a ticket asks about is visible with the ticket, while the record itself is visible: to clients where they see it
-- themselves, to staff unless it is money. A client user names it when they open the ticket, and nobody changes it.
grant select, insert on ticket_topics to oriel_client;
grant select on ticket_topics to oriel_staff, oriel_admin;
create policy ticket_topics_client on ticket_topics to oriel_client using (client_user_id = (select app_user()) and (
  record_type = 'document' and exists (select from documents r where r.id = record_id)
  or record_type = 'photo' and exists (select from photos r where r.id = record_id)
  or record_type = 'phase' and exists (select from phases r where r.id = record_id)
  or record_type = 'time_entry' and exists (select from time_entries r where r.id = record_id)
  or record_type = 'invoice' and exists (select from invoices r where r.id = record_id)
  or record_type = 'invoice_line' and exists (select from invoice_lines r where r.id = record_id)
  or record_type = 'ledger_entry' and exists (select from ledger_entries r where r.id = record_id)));
create policy ticket_topics_staff on ticket_topics for select to oriel_staff using (tenant_id = (select app_tenant()) and record_type in ('document', 'photo', 'phase', 'time_entry'));
create policy ticket_topics_admin on ticket_topics for select to oriel_admin using (tenant_id = (select app_tenant()));

-- ── saved_replies ──
-- Staff and admins keep the answers that they give again and again; they are not for clients.
grant select, insert, delete, update (name, body, updated_at) on saved_replies to oriel_staff, oriel_admin;
create policy saved_replies_team on saved_replies to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));

-- ── support_settings ──
-- Within how many hours the business means to answer: set by its admins, read by its staff.
grant select on support_settings to oriel_staff;
grant select, insert, update (first_response_hours, resolution_hours, updated_at) on support_settings to oriel_admin;
create policy support_settings_staff on support_settings for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy support_settings_admin on support_settings to oriel_admin using (tenant_id = (select app_tenant()));
