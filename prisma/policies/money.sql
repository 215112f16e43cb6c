-- ── invoices ──
-- A client user sees invoices of the own client, never drafts. Money belongs to admins; staff have no grant.
grant select on invoices to oriel_client;
grant select, insert, update (project_id, number, status, issued_on, due_on, notes, net_minor, tax_minor, total_minor, paid_minor, voided_at, void_reason, updated_at) on invoices to oriel_admin;
create policy invoices_client on invoices for select to oriel_client using (client_id = (select app_client()) and status <> 'draft');
create policy invoices_admin on invoices to oriel_admin using (tenant_id = (select app_tenant()));

-- ── invoice_lines ──
-- Lines are visible with their invoice, and can be changed while it is a draft.
grant select on invoice_lines to oriel_client;
grant select, insert, delete, update (position, description, quantity_thousandth, unit_price_minor, tax_rate_basis_points, net_minor) on invoice_lines to oriel_admin;
create policy invoice_lines_client on invoice_lines for select to oriel_client using (exists (select from invoices i where i.id = invoice_id));
create policy invoice_lines_admin on invoice_lines to oriel_admin using (tenant_id = (select app_tenant()));
create policy invoice_lines_draft_insert on invoice_lines as restrictive for insert to oriel_admin with check (exists (select from invoices i where i.id = invoice_id and i.status = 'draft'));
create policy invoice_lines_draft_update on invoice_lines as restrictive for update to oriel_admin using (exists (select from invoices i where i.id = invoice_id and i.status = 'draft'));
create policy invoice_lines_draft_delete on invoice_lines as restrictive for delete to oriel_admin using (exists (select from invoices i where i.id = invoice_id and i.status = 'draft'));

-- ── payments ──
-- A client user sees payments of the own client, without their recorder; admins record in their own name.
grant select (id, tenant_id, client_id, invoice_id, amount_minor, currency, paid_on, method, reference, created_at) on payments to oriel_client;
grant select, insert on payments to oriel_admin;
create policy payments_client on payments for select to oriel_client using (client_id = (select app_client()));
create policy payments_admin on payments to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and recorded_by_id = (select app_user()));

-- ── ledger_entries ──
-- A client user sees party_type = client and party_id = own client (one account, shared by its people).
-- Entries are only added, in the own name; a trigger refuses update, delete and truncate.
grant select (id, tenant_id, party_type, party_id, entry_type, entry_on, description, reference, debit_minor, credit_minor, currency, invoice_id, payment_id, posting_number, balance_after_minor, created_at) on ledger_entries to oriel_client;
grant select, insert on ledger_entries to oriel_admin;
create policy ledger_entries_client on ledger_entries for select to oriel_client using (party_type = 'client' and party_id = (select app_client()));
create policy ledger_entries_admin on ledger_entries to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and created_by_id = (select app_user()));
