-- What the last proof of an account found, and the entry at which it held last: a later proof finds the same hash at the same number.
create table ledger_checks (
  party_id uuid primary key,
  tenant_id uuid not null,
  checked_at timestamptz(3) not null default now(),
  fault jsonb,
  held_at timestamptz(3),
  posting_number int not null default 0,
  hash bytea not null default '\x',
  constraint ledger_checks_number check (posting_number >= 0),
  constraint ledger_checks_found check (fault is not null or held_at is not null),
  constraint ledger_checks_in_calendar check (
    checked_at >= '1900-01-01T00:00:00Z' and checked_at < '2200-01-01T00:00:00Z' and
    held_at >= '1900-01-01T00:00:00Z' and held_at < '2200-01-01T00:00:00Z'
  ),
  constraint ledger_checks_tenant_id_party_id_key unique (tenant_id, party_id),
  constraint ledger_checks_tenant_id_party_id_fkey foreign key (tenant_id, party_id) references clients (tenant_id, id) on delete restrict on update no action
);
alter table ledger_checks enable row level security, force row level security;
