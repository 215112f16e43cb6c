-- ── billing_settings ──
-- Numbers, terms and bank account of a business: for its admins. Its clients see what they need to pay.
grant select (tenant_id, account_holder, iban, bic) on billing_settings to oriel_client;
grant select, insert, update (invoice_prefix, credit_note_prefix, number_width, number_with_year, number_restarts_yearly, first_invoice_number, first_credit_note_number, payment_term_days, tax_rate, prices_include_tax, account_holder, iban, bic, country_code, footer, remind_days_before, remind_days_after, updated_at) on billing_settings to oriel_admin;
grant select (tenant_id, remind_days_before, remind_days_after) on billing_settings to oriel_worker;
create policy billing_settings_client on billing_settings for select to oriel_client using (tenant_id = (select app_tenant()));
create policy billing_settings_worker on billing_settings for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy billing_settings_admin on billing_settings to oriel_admin using (tenant_id = (select app_tenant()));

-- ── invoices ──
-- A client user sees invoices of the own client, never drafts. Money belongs to admins; staff have no grant. A draft can be deleted.
grant select on invoices to oriel_client;
grant select, insert, delete, update (project_id, number, series, sequence, status, prices_include_tax, discount_rate, discount_minor, exemption_reason, issued_on, due_on, notes, net_minor, tax_minor, total_minor, paid_minor, credited_minor, voided_minor, issuer, recipient, verify_code, issued_at, voided_at, void_reason, updated_at) on invoices to oriel_admin;
create policy invoices_client on invoices for select to oriel_client using (client_id = (select app_client()) and status <> 'draft');
create policy invoices_admin on invoices to oriel_admin using (tenant_id = (select app_tenant()));
create policy invoices_draft_delete on invoices as restrictive for delete to oriel_admin using (status = 'draft');

-- ── invoice_lines ──
-- Lines are visible with their invoice, and can be changed while it is a draft.
grant select on invoice_lines to oriel_client;
grant select, insert, delete, update (position, description, quantity_thousandth, unit_price_ten_thousandth, discount_rate, discount_minor, tax_rate, amount_minor) on invoice_lines to oriel_admin;
create policy invoice_lines_client on invoice_lines for select to oriel_client using (exists (select from invoices i where i.id = invoice_id));
create policy invoice_lines_admin on invoice_lines to oriel_admin using (tenant_id = (select app_tenant()));
create policy invoice_lines_draft_insert on invoice_lines as restrictive for insert to oriel_admin with check (exists (select from invoices i where i.id = invoice_id and i.status = 'draft'));
create policy invoice_lines_draft_update on invoice_lines as restrictive for update to oriel_admin using (exists (select from invoices i where i.id = invoice_id and i.status = 'draft'));
create policy invoice_lines_draft_delete on invoice_lines as restrictive for delete to oriel_admin using (exists (select from invoices i where i.id = invoice_id and i.status = 'draft'));

-- ── credit_notes, credit_note_lines ──
-- A client user sees those of the own client, without their author; admins issue them in their own name, and nobody changes one.
grant select (id, tenant_id, client_id, project_id, invoice_id, number, series, sequence, currency, prices_include_tax, discount_rate, discount_minor, exemption_reason, issued_on, reason, net_minor, tax_minor, total_minor, issuer, recipient, verify_code, created_at) on credit_notes to oriel_client;
grant select, insert on credit_notes to oriel_admin;
create policy credit_notes_client on credit_notes for select to oriel_client using (client_id = (select app_client()));
create policy credit_notes_admin on credit_notes to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and created_by_id = (select app_user()));
grant select on credit_note_lines to oriel_client;
grant select, insert on credit_note_lines to oriel_admin;
create policy credit_note_lines_client on credit_note_lines for select to oriel_client using (client_id = (select app_client()));
create policy credit_note_lines_admin on credit_note_lines to oriel_admin using (tenant_id = (select app_tenant()));

-- ── payments, payment_allocations, refunds ──
-- A client user sees those of the own client, without their recorder; admins record in their own name. What a payment is used for
-- is only ever added to; triggers keep the sums.
grant select (id, tenant_id, client_id, amount_minor, allocated_minor, refunded_minor, unallocated_minor, currency, paid_on, method, reference, created_at) on payments to oriel_client;
grant select, insert, update (allocated_minor, refunded_minor) on payments to oriel_admin;
create policy payments_client on payments for select to oriel_client using (client_id = (select app_client()));
create policy payments_admin on payments for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy payments_admin_insert on payments for insert to oriel_admin with check (tenant_id = (select app_tenant()) and recorded_by_id = (select app_user()));
create policy payments_admin_update on payments for update to oriel_admin using (tenant_id = (select app_tenant()));
grant select on payment_allocations to oriel_client;
grant select, insert on payment_allocations to oriel_admin;
create policy payment_allocations_client on payment_allocations for select to oriel_client using (client_id = (select app_client()));
create policy payment_allocations_admin on payment_allocations to oriel_admin using (tenant_id = (select app_tenant()));
grant select (id, tenant_id, client_id, payment_id, amount_minor, currency, refunded_on, method, reference, created_at) on refunds to oriel_client;
grant select, insert on refunds to oriel_admin;
create policy refunds_client on refunds for select to oriel_client using (client_id = (select app_client()));
create policy refunds_admin on refunds to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and recorded_by_id = (select app_user()));

-- ── payment_claims ──
-- A client user sees the claims of the own client and makes one in the own name, for an invoice of theirs and with a proof of their
-- own; admins decide it.
grant select (id, tenant_id, client_id, invoice_id, user_id, user_name, paid_on, note, status, payment_id, proof_file_id, decline_reason, decided_at, created_at),
  insert (id, tenant_id, client_id, invoice_id, user_id, user_name, paid_on, note, proof_file_id, created_at) on payment_claims to oriel_client;
grant select, update (status, payment_id, decline_reason, decided_by_id, decided_by_name, decided_at) on payment_claims to oriel_admin;
create policy payment_claims_client on payment_claims for select to oriel_client using (client_id = (select app_client()));
create policy payment_claims_client_insert on payment_claims for insert to oriel_client with check (client_id = (select app_client()) and user_id = (select app_user()));
create policy payment_claims_issued on payment_claims as restrictive for insert to oriel_client with check (exists (select from invoices i where i.id = invoice_id and i.status = 'issued'));
create policy payment_claims_admin on payment_claims for select to oriel_admin using (tenant_id = (select app_tenant()));
create policy payment_claims_admin_update on payment_claims for update to oriel_admin using (tenant_id = (select app_tenant()) and status = 'claimed') with check (tenant_id = (select app_tenant()) and decided_by_id = (select app_user()));

-- ── ledger_entries ──
-- A client user sees party_type = client and party_id = own client (one account, shared by its people).
-- Entries are only added, in the own name; a trigger refuses update, delete and truncate.
grant select (id, tenant_id, party_type, party_id, entry_type, entry_on, description, reference, debit_minor, credit_minor, currency, invoice_id, payment_id, credit_note_id, refund_id, posting_number, balance_after_minor, hash, created_at) on ledger_entries to oriel_client;
grant select, insert on ledger_entries to oriel_admin;
create policy ledger_entries_client on ledger_entries for select to oriel_client using (party_type = 'client' and party_id = (select app_client()));
create policy ledger_entries_admin on ledger_entries to oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and created_by_id = (select app_user()));

-- ── The proof of the ledger ──
-- A job proves the accounts of one tenant after another: within the tenant that it names it reads what the proof adds up.
grant select (id, tenant_id, client_id, number, series, sequence, status, total_minor, paid_minor, credited_minor, voided_minor, due_on, currency, open_minor, project_id) on invoices to oriel_worker;
grant select (id, tenant_id, client_id, invoice_id, number, series, sequence, total_minor) on credit_notes to oriel_worker;
grant select (id, tenant_id, client_id, amount_minor, allocated_minor, refunded_minor) on payments to oriel_worker;
grant select on payment_allocations to oriel_worker;
grant select (id, tenant_id, client_id, payment_id, amount_minor) on refunds to oriel_worker;
grant select on ledger_entries to oriel_worker;
create policy invoices_worker on invoices for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy credit_notes_worker on credit_notes for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy payments_worker on payments for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy payment_allocations_worker on payment_allocations for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy refunds_worker on refunds for select to oriel_worker using (tenant_id = (select app_tenant()));
create policy ledger_entries_worker on ledger_entries for select to oriel_worker using (tenant_id = (select app_tenant()));

-- ── ledger_checks ──
-- What the proof of an account found: written by the job and by admins, who read it.
grant select, insert, update (checked_at, fault, held_at, posting_number, hash) on ledger_checks to oriel_admin, oriel_worker;
create policy ledger_checks_admin on ledger_checks to oriel_admin using (tenant_id = (select app_tenant()));
create policy ledger_checks_worker on ledger_checks to oriel_worker using (tenant_id = (select app_tenant()));
