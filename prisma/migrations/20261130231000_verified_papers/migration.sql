-- What a statement said when it was drawn, so that its code can be looked up. Invoices and credit notes are records of their own.
create table statement_prints (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  client_id uuid not null,
  from_on date not null,
  to_on date not null,
  printed_on date not null,
  currency char(3) not null,
  closing_minor bigint not null,
  issuer_name text not null,
  account_end text,
  code text not null default replace(gen_random_uuid()::text, '-', '') unique,
  constraint statement_prints_one_a_day unique (client_id, from_on, to_on, printed_on, closing_minor),
  constraint statement_prints_span check (from_on <= to_on),
  constraint statement_prints_in_calendar check (
    from_on >= '1900-01-01' and from_on < '2200-01-01' and to_on >= '1900-01-01' and to_on < '2200-01-01'
    and printed_on >= '1900-01-01' and printed_on < '2200-01-01'),
  constraint statement_prints_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id)
    on delete restrict on update no action
);
alter table statement_prints enable row level security, force row level security;

-- The folded text of what the lists search.
alter table credit_notes add column search_text text collate "C" not null generated always as (oriel_fold(number)) stored;
alter table payments add column search_text text collate "C" not null generated always as (coalesce(oriel_fold(reference), '')) stored;
