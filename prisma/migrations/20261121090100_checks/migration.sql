-- What a row may say, whoever writes it. Prisma cannot express checks, so they live here by hand.

alter table tenants
  add constraint tenants_slug check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  add constraint tenants_name check (name ~ '\S'),
  add constraint tenants_currency check (currency ~ '^[A-Z]{3}$'),
  add constraint tenants_accent check (accent ~ '^#[0-9A-Fa-f]{6}$'),
  add constraint tenants_suspended check ((status = 'suspended') = (suspended_at is not null)),
  add constraint tenants_storage_quota check (storage_quota_bytes >= 0);

alter table users
  add constraint users_email check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  add constraint users_name check (name ~ '\S'),
  add constraint users_super_admin_has_no_tenant check ((user_type = 'super_admin') = (tenant_id is null)),
  add constraint users_only_clients_have_a_portal check (user_type = 'client' or (client_id is null and not client_portal_enabled));

alter table sessions
  add constraint sessions_expire_later check (expires_at > created_at),
  add constraint sessions_idle_later check (idle_expires_at > last_seen_at);
alter table api_tokens add constraint api_tokens_expire_later check (expires_at > created_at);
alter table user_links
  add constraint user_links_expire_later check (expires_at > created_at),
  add constraint user_links_setup_has_no_user check ((purpose = 'setup') = (user_id is null));

alter table clients
  add constraint clients_name check (name ~ '\S'),
  add constraint clients_currency check (currency ~ '^[A-Z]{3}$');

alter table projects
  add constraint projects_name check (name ~ '\S'),
  add constraint projects_dates check (ends_on >= starts_on),
  add constraint projects_contract_value check (contract_value_minor >= 0);

alter table phases
  add constraint phases_name check (name ~ '\S'),
  add constraint phases_key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint phases_position check (position >= 0),
  add constraint phases_percent check (percent between 0 and 100),
  add constraint phases_weight check (weight between 1 and 1000),
  add constraint phases_completed_is_100 check (status <> 'completed' or percent = 100),
  add constraint phases_not_started_is_0 check (status <> 'not_started' or percent = 0),
  add constraint phases_planned_dates check (planned_end_on >= planned_start_on),
  add constraint phases_actual_dates check (actual_end_on >= actual_start_on);

alter table stored_files
  add constraint stored_files_byte_size check (byte_size >= 0),
  add constraint stored_files_sha256 check (octet_length(sha256) = 32);

alter table documents
  add constraint documents_title check (title ~ '\S'),
  add constraint documents_published_has_version check (status <> 'published' or published_version_id is not null),
  add constraint documents_published_at check ((published_version_id is null) = (published_at is null));

alter table document_versions add constraint document_versions_number check (number > 0);

alter table gallery_items
  add constraint gallery_items_size check (width > 0 and height > 0);

alter table gallery_variants
  add constraint gallery_variants_size check (width > 0 and height > 0),
  add constraint gallery_variants_variant check (variant ~ '^[a-z0-9-]+$');

alter table support_tickets
  add constraint support_tickets_subject check (subject ~ '\S'),
  add constraint support_tickets_body check (body ~ '\S'),
  add constraint support_tickets_number check (number > 0),
  add constraint support_tickets_closed check ((status = 'closed') = (closed_at is not null));

alter table ticket_attachments
  add constraint ticket_attachments_one_place check (num_nonnulls(message_id, note_id) <= 1);

alter table invoices
  add constraint invoices_draft_has_no_number check ((status = 'draft') = (number is null)),
  add constraint invoices_number check (number > 0),
  add constraint invoices_issued_has_dates check (status = 'draft' or (issued_on is not null and due_on is not null)),
  add constraint invoices_dates check (due_on >= issued_on),
  add constraint invoices_total check (net_minor + tax_minor = total_minor),
  add constraint invoices_not_negative check (total_minor >= 0),
  add constraint invoices_paid check (paid_minor between 0 and total_minor),
  add constraint invoices_void check ((status = 'void') = (voided_at is not null));

alter table invoice_lines
  add constraint invoice_lines_position check (position > 0),
  add constraint invoice_lines_tax_rate check (tax_rate_basis_points between 0 and 10000);

alter table payments add constraint payments_amount check (amount_minor > 0);

-- The table of entry types in the README: which side of the account each type moves.
alter table ledger_entries
  add constraint ledger_entries_sides check (
    debit_minor >= 0 and credit_minor >= 0 and case entry_type
      when 'invoice' then debit_minor = 0
      when 'payment' then debit_minor > 0 and credit_minor = 0
      when 'refund' then credit_minor > 0 and debit_minor = 0
      when 'adjustment' then num_nonnulls(nullif(debit_minor, 0), nullif(credit_minor, 0)) = 1
    end);

alter table time_entries
  add constraint time_entries_minutes check (minutes between 1 and 1440),
  add constraint time_entries_cost_rate check (cost_rate_minor >= 0);
