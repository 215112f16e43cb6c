-- ── visits ──
-- Visits of a client user mark what is new since; nobody else reads them.
grant select, insert, update (seen_at, previous_at) on visits to oriel_client;
create policy visits_client on visits to oriel_client using (user_id = (select app_user()));

-- ── openings ──
-- People of a client note what they open and download, in their own name and while they see it, and see it of one another. The
-- business sees it too; staff see no invoices.
grant select, insert (tenant_id, client_id, user_id, user_name, record_type, record_id, way, first_at, last_at), update (times, last_at) on openings to oriel_client;
grant select on openings to oriel_staff, oriel_admin;
create policy openings_client on openings for select to oriel_client using (client_id = (select app_client()));
create policy openings_client_insert on openings for insert to oriel_client with check (client_id = (select app_client()) and user_id = (select app_user()) and (
  record_type = 'document' and exists (select from documents r where r.id = record_id)
  or record_type = 'photo' and exists (select from photos r where r.id = record_id)
  or record_type = 'invoice' and exists (select from invoices r where r.id = record_id)));
create policy openings_client_update on openings for update to oriel_client using (user_id = (select app_user()));
create policy openings_staff on openings for select to oriel_staff using (tenant_id = (select app_tenant()) and record_type <> 'invoice');
create policy openings_admin on openings for select to oriel_admin using (tenant_id = (select app_tenant()));
