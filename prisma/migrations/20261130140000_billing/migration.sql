-- Money as the specification has it: numbers as printed, tax rates and prices of four decimals, discounts, prices with tax, credit
-- notes, refunds, allocations of payments, claims of clients, and a ledger whose entries are chained by hash.
-- The owner is held by row security too.
alter table invoices disable row level security;
alter table invoice_lines disable row level security;
alter table payments disable row level security;
alter table ledger_entries disable row level security;
alter table invoices disable trigger invoices_keep_issued;
drop function if exists next_invoice_number();

-- ── Settings ──
create table billing_settings (
  tenant_id uuid primary key references tenants (id) on delete restrict on update no action,
  invoice_prefix text not null default '',
  credit_note_prefix text not null default 'CN-',
  number_width int not null default 4,
  number_with_year boolean not null default true,
  number_restarts_yearly boolean not null default true,
  first_invoice_number int not null default 1,
  first_credit_note_number int not null default 1,
  payment_term_days int not null default 14,
  tax_rate int not null default 0,
  prices_include_tax boolean not null default false,
  account_holder text,
  iban text,
  bic text,
  country_code char(2),
  footer text,
  updated_at timestamptz(3) not null default now(),
  constraint billing_settings_numbers check (number_width between 1 and 10 and first_invoice_number > 0 and first_credit_note_number > 0),
  constraint billing_settings_years check (number_with_year or not number_restarts_yearly),
  constraint billing_settings_terms check (payment_term_days between 0 and 365 and tax_rate between 0 and 1000000)
);
alter table billing_settings enable row level security, force row level security;

alter table clients add column tax_number text, add column country_code char(2);

-- ── Invoices ──
alter table invoices drop constraint invoices_number, drop constraint invoices_paid;
alter table invoices alter column number type text using number::text;
alter table invoices
  add column series text,
  add column sequence int,
  add column prices_include_tax boolean not null default false,
  add column discount_rate int,
  add column discount_minor bigint,
  add column exemption_reason text,
  add column credited_minor bigint not null default 0,
  add column voided_minor bigint not null default 0,
  add column issuer jsonb,
  add column recipient jsonb,
  add column verify_code text unique,
  add column issued_at timestamptz(3);
update invoices set series = 'invoice', sequence = number::int, issued_at = updated_at, voided_minor = case status when 'void' then total_minor else 0 end
  where status <> 'draft';
alter table invoices
  add constraint invoices_numbered check ((number is null) = (series is null) and (number is null) = (sequence is null) and sequence > 0),
  add constraint invoices_settled check (paid_minor >= 0 and credited_minor >= 0 and paid_minor + credited_minor <= total_minor),
  add constraint invoices_voided_amount check (voided_minor = case status when 'void' then total_minor - credited_minor else 0 end),
  add constraint invoices_void_is_unpaid check (status <> 'void' or paid_minor = 0),
  add constraint invoices_discount check (num_nonnulls(discount_rate, discount_minor) <= 1),
  add constraint invoices_discount_rate check (discount_rate between 0 and 1000000),
  add constraint invoices_discount_minor check (discount_minor >= 0);
create unique index invoices_tenant_id_series_sequence_key on invoices (tenant_id, series, sequence);

-- Lines: rates in ten-thousandths of a percent, prices in ten-thousandths of the currency's unit.
alter table invoice_lines drop constraint invoice_lines_tax_rate;
alter table invoice_lines rename column tax_rate_basis_points to tax_rate;
alter table invoice_lines rename column unit_price_minor to unit_price_ten_thousandth;
alter table invoice_lines rename column net_minor to amount_minor;
alter table invoice_lines add column discount_rate int, add column discount_minor bigint;
update invoice_lines l set tax_rate = l.tax_rate * 100, unit_price_ten_thousandth = l.unit_price_ten_thousandth * case
    when i.currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 10000
    when i.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 10
    when i.currency in ('CLF', 'UYW') then 1
    else 100 end
  from invoices i where i.id = l.invoice_id;
alter table invoice_lines
  add constraint invoice_lines_tax_rate check (tax_rate between 0 and 1000000),
  add constraint invoice_lines_discount check (num_nonnulls(discount_rate, discount_minor) <= 1),
  add constraint invoice_lines_discount_rate check (discount_rate between 0 and 1000000),
  add constraint invoice_lines_discount_minor check (discount_minor >= 0);
create unique index invoice_lines_tenant_id_client_id_id_key on invoice_lines (tenant_id, client_id, id);

-- An issued invoice is settled, credited and voided, and nothing else.
create or replace function keep_issued_invoice() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  changeable text[] := case old.status
    when 'issued' then array['status', 'paid_minor', 'credited_minor', 'voided_at', 'void_reason', 'voided_minor', 'updated_at'] else array['updated_at'] end;
begin
  if new.status = 'draft' or to_jsonb(new) - changeable <> to_jsonb(old) - changeable then
    raise exception 'an issued invoice cannot be changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- ── Payments, their allocations, refunds ──
alter table payments
  add column allocated_minor bigint not null default 0,
  add column refunded_minor bigint not null default 0;
create table payment_allocations (
  id uuid primary key,
  tenant_id uuid not null,
  client_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount_minor bigint not null,
  created_at timestamptz(3) not null default now(),
  constraint payment_allocations_amount check (amount_minor <> 0),
  constraint payment_allocations_tenant_id_client_id_payment_id_fkey foreign key (tenant_id, client_id, payment_id) references payments (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint payment_allocations_tenant_id_client_id_invoice_id_fkey foreign key (tenant_id, client_id, invoice_id) references invoices (tenant_id, client_id, id) on delete restrict on update cascade
);
alter table payment_allocations enable row level security, force row level security;
create index payment_allocations_payment_id_idx on payment_allocations (payment_id);
create index payment_allocations_invoice_id_idx on payment_allocations (invoice_id);
insert into payment_allocations (id, tenant_id, client_id, payment_id, invoice_id, amount_minor, created_at)
  select gen_random_uuid(), tenant_id, client_id, id, invoice_id, amount_minor, created_at from payments where invoice_id is not null;
update payments set allocated_minor = amount_minor where invoice_id is not null;
alter table payments drop column invoice_id;
alter table payments add constraint payments_used check (allocated_minor >= 0 and refunded_minor >= 0 and allocated_minor + refunded_minor <= amount_minor);

create table refunds (
  id uuid primary key,
  tenant_id uuid not null,
  client_id uuid not null,
  payment_id uuid not null,
  amount_minor bigint not null,
  currency char(3) not null,
  refunded_on date not null,
  method payment_method not null default 'bank_transfer',
  reference text,
  recorded_by_id uuid not null,
  recorded_by_name text not null,
  created_at timestamptz(3) not null default now(),
  constraint refunds_amount check (amount_minor > 0),
  constraint refunds_tenant_id_client_id_id_key unique (tenant_id, client_id, id),
  constraint refunds_tenant_id_client_id_currency_fkey foreign key (tenant_id, client_id, currency) references clients (tenant_id, id, currency) on delete restrict on update no action,
  constraint refunds_tenant_id_client_id_payment_id_fkey foreign key (tenant_id, client_id, payment_id) references payments (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint refunds_tenant_id_recorded_by_id_fkey foreign key (tenant_id, recorded_by_id) references users (tenant_id, id) on delete restrict on update no action
);
alter table refunds enable row level security, force row level security;
create index refunds_payment_id_idx on refunds (payment_id);
create index refunds_client_id_refunded_on_id_idx on refunds (client_id, refunded_on desc, id);

-- ── Credit notes ──
create table credit_notes (
  id uuid primary key,
  tenant_id uuid not null,
  client_id uuid not null,
  project_id uuid,
  invoice_id uuid not null,
  number text not null,
  series text not null,
  sequence int not null,
  currency char(3) not null,
  prices_include_tax boolean not null default false,
  discount_rate int,
  discount_minor bigint,
  exemption_reason text,
  issued_on date not null,
  reason text not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  issuer jsonb not null default '{}',
  recipient jsonb not null default '{}',
  verify_code text unique,
  created_by_id uuid not null,
  created_by_name text not null,
  created_at timestamptz(3) not null default now(),
  constraint credit_notes_number check (sequence > 0),
  constraint credit_notes_total check (net_minor + tax_minor = total_minor and total_minor > 0),
  constraint credit_notes_discount check (num_nonnulls(discount_rate, discount_minor) <= 1),
  constraint credit_notes_tenant_id_client_id_id_key unique (tenant_id, client_id, id),
  constraint credit_notes_tenant_id_number_key unique (tenant_id, number),
  constraint credit_notes_tenant_id_series_sequence_key unique (tenant_id, series, sequence),
  constraint credit_notes_tenant_id_client_id_currency_fkey foreign key (tenant_id, client_id, currency) references clients (tenant_id, id, currency) on delete restrict on update no action,
  constraint credit_notes_tenant_id_client_id_project_id_fkey foreign key (tenant_id, client_id, project_id) references projects (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint credit_notes_tenant_id_client_id_invoice_id_fkey foreign key (tenant_id, client_id, invoice_id) references invoices (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint credit_notes_tenant_id_created_by_id_fkey foreign key (tenant_id, created_by_id) references users (tenant_id, id) on delete restrict on update no action
);
alter table credit_notes enable row level security, force row level security;
create index credit_notes_invoice_id_idx on credit_notes (invoice_id);
create index credit_notes_project_id_idx on credit_notes (project_id);
create index credit_notes_client_id_issued_on_id_idx on credit_notes (client_id, issued_on desc, id);
create index credit_notes_tenant_id_created_at_id_idx on credit_notes (tenant_id, created_at desc, id);

create table credit_note_lines (
  id uuid primary key,
  tenant_id uuid not null,
  client_id uuid not null,
  credit_note_id uuid not null,
  position int not null,
  description text not null,
  quantity_thousandth bigint not null,
  unit_price_ten_thousandth bigint not null,
  discount_rate int,
  discount_minor bigint,
  tax_rate int not null,
  amount_minor bigint not null,
  constraint credit_note_lines_position check (position > 0),
  constraint credit_note_lines_tax_rate check (tax_rate between 0 and 1000000),
  constraint credit_note_lines_discount check (num_nonnulls(discount_rate, discount_minor) <= 1),
  constraint credit_note_lines_credit_note_id_position_key unique (credit_note_id, position),
  constraint credit_note_lines_tenant_id_client_id_credit_note_id_fkey foreign key (tenant_id, client_id, credit_note_id) references credit_notes (tenant_id, client_id, id) on delete restrict on update cascade
);
alter table credit_note_lines enable row level security, force row level security;

-- ── Claims ──
create table payment_claims (
  id uuid primary key,
  tenant_id uuid not null,
  client_id uuid not null,
  invoice_id uuid not null,
  user_id uuid not null,
  user_name text not null,
  paid_on date not null,
  note text,
  status text not null default 'claimed',
  payment_id uuid,
  decline_reason text,
  decided_by_id uuid,
  decided_by_name text,
  decided_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint payment_claims_status check (status in ('claimed', 'confirmed', 'declined')),
  constraint payment_claims_decided check ((status = 'claimed') = (decided_at is null) and (status = 'confirmed') = (payment_id is not null) and (status = 'declined') = (decline_reason is not null)),
  constraint payment_claims_tenant_id_client_id_invoice_id_fkey foreign key (tenant_id, client_id, invoice_id) references invoices (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint payment_claims_tenant_id_client_id_payment_id_fkey foreign key (tenant_id, client_id, payment_id) references payments (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint payment_claims_tenant_id_user_id_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete restrict on update no action,
  constraint payment_claims_tenant_id_decided_by_id_fkey foreign key (tenant_id, decided_by_id) references users (tenant_id, id) on delete restrict on update no action
);
alter table payment_claims enable row level security, force row level security;
create index payment_claims_invoice_id_created_at_idx on payment_claims (invoice_id, created_at desc);
create index payment_claims_tenant_id_status_created_at_id_idx on payment_claims (tenant_id, status, created_at desc, id);
-- One open claim per invoice.
create unique index payment_claims_open_key on payment_claims (invoice_id) where status = 'claimed';

-- ── What is settled follows from its rows ──
create function settle_allocation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update invoices set paid_minor = paid_minor + new.amount_minor, updated_at = now() where id = new.invoice_id and status = 'issued';
  if not found then
    raise exception 'only an issued invoice can be paid' using errcode = 'check_violation';
  end if;
  update payments set allocated_minor = allocated_minor + new.amount_minor where id = new.payment_id;
  return null;
end $$;
create trigger payment_allocations_settle after insert on payment_allocations for each row execute function settle_allocation();
alter table payment_allocations enable always trigger payment_allocations_settle;

create function settle_refund() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update payments set refunded_minor = refunded_minor + new.amount_minor where id = new.payment_id;
  return null;
end $$;
create trigger refunds_settle after insert on refunds for each row execute function settle_refund();
alter table refunds enable always trigger refunds_settle;

create function settle_credit_note() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update invoices set credited_minor = credited_minor + new.total_minor, updated_at = now() where id = new.invoice_id and status = 'issued';
  if not found then
    raise exception 'only an issued invoice can be credited' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger credit_notes_settle after insert on credit_notes for each row execute function settle_credit_note();
alter table credit_notes enable always trigger credit_notes_settle;

create trigger refunds_sign before insert on refunds for each row execute function sign_row('recorded_by_id', 'recorded_by_name');
alter table refunds enable always trigger refunds_sign;
create trigger credit_notes_sign before insert on credit_notes for each row execute function sign_row('created_by_id', 'created_by_name');
alter table credit_notes enable always trigger credit_notes_sign;
create trigger payment_claims_sign before insert on payment_claims for each row execute function sign_row('user_id', 'user_name');
alter table payment_claims enable always trigger payment_claims_sign;

-- ── Ledger ──
alter table ledger_entries
  add column credit_note_id uuid,
  add column refund_id uuid,
  add column hash bytea,
  add constraint ledger_entries_tenant_id_party_id_credit_note_id_fkey foreign key (tenant_id, party_id, credit_note_id) references credit_notes (tenant_id, client_id, id) on delete restrict on update no action,
  add constraint ledger_entries_tenant_id_party_id_refund_id_fkey foreign key (tenant_id, party_id, refund_id) references refunds (tenant_id, client_id, id) on delete restrict on update no action;
create index ledger_entries_credit_note_id_idx on ledger_entries (credit_note_id);
create index ledger_entries_refund_id_idx on ledger_entries (refund_id);

-- The canonical form of an entry, hashed after the hash of the entry before it: every field as `bytes:text,`, a missing one as `-,`.
create function chain_ledger_entry() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  before bytea;
  canonical text;
begin
  select hash into before from ledger_entries where party_id = new.party_id and posting_number = new.posting_number - 1;
  select string_agg(case when field is null then '-' else octet_length(field) || ':' || field end || ',', '' order by place) into canonical
    from unnest(array[
      new.id::text, new.tenant_id::text, new.party_type::text, new.party_id::text, new.posting_number::text, new.entry_type::text,
      new.entry_on::text, new.description, new.reference, new.debit_minor::text, new.credit_minor::text, new.balance_after_minor::text,
      new.currency::text, new.invoice_id::text, new.payment_id::text, new.credit_note_id::text, new.refund_id::text,
      new.created_by_id::text, new.created_by_name, to_char(new.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ]) with ordinality as fields (field, place);
  new.hash := sha256(coalesce(before, ''::bytea) || convert_to(canonical, 'UTF8'));
  return new;
end $$;

-- Entries of before get their hashes by the same function, in the order of their posting.
alter table ledger_entries disable trigger ledger_entries_append_only;
create trigger ledger_entries_chain_once before update on ledger_entries for each row execute function chain_ledger_entry();
do $$
declare
  entry record;
begin
  for entry in select id from ledger_entries order by party_id, posting_number loop
    update ledger_entries set hash = null where id = entry.id;
  end loop;
end $$;
drop trigger ledger_entries_chain_once on ledger_entries;
alter table ledger_entries enable always trigger ledger_entries_append_only;
alter table ledger_entries alter column hash set default '\x', alter column hash set not null;
-- After ledger_entries_post, which numbers, and ledger_entries_sign, which names: triggers run in the order of their names.
create trigger ledger_entries_write_hash before insert on ledger_entries for each row execute function chain_ledger_entry();
alter table ledger_entries enable always trigger ledger_entries_write_hash;

-- ── Hours that were billed ──
alter table time_entries add column invoice_line_id uuid,
  add constraint time_entries_tenant_id_client_id_invoice_line_id_fkey foreign key (tenant_id, client_id, invoice_line_id) references invoice_lines (tenant_id, client_id, id) on delete no action on update no action;
create index time_entries_invoice_line_id_idx on time_entries (invoice_line_id);

alter table invoices enable always trigger invoices_keep_issued;
alter table invoices enable row level security;
alter table invoice_lines enable row level security;
alter table payments enable row level security;
alter table ledger_entries enable row level security;
