-- ── support_tickets ──
-- A client user sees tickets with client_user_id = self, opens them, and reopens a closed one by a reply.
grant select, insert, update (status, closed_at, last_activity_at, updated_at) on support_tickets to oriel_client;
grant select, insert, update (subject, category, priority, status, closed_at, last_activity_at, updated_at) on support_tickets to oriel_staff, oriel_admin;
create policy support_tickets_client_select on support_tickets for select to oriel_client using (client_user_id = (select app_user()));
create policy support_tickets_client_insert on support_tickets for insert to oriel_client with check (client_user_id = (select app_user()) and client_id = (select app_client()) and tenant_id = (select app_tenant()) and status = 'open');
create policy support_tickets_client_update on support_tickets for update to oriel_client using (client_user_id = (select app_user())) with check (client_user_id = (select app_user()) and status <> 'closed');
create policy support_tickets_team on support_tickets to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));

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
-- An attachment is visible with its ticket, unless it belongs to an internal note. Client users attach nothing in SQL: an
-- attachment makes its file readable, so any file of the tenant could be read through an own ticket.
grant select on ticket_attachments to oriel_client;
grant select, insert on ticket_attachments to oriel_staff, oriel_admin;
create policy ticket_attachments_client on ticket_attachments for select to oriel_client using (client_user_id = (select app_user()) and note_id is null);
create policy ticket_attachments_team on ticket_attachments to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
