-- Sums per month or week, kept with each statement that changes them, so that a dashboard reads a few rows however large a
-- business is.
create table rollups (
  tenant_id uuid not null,
  kind text not null,
  period_on date not null,
  currency text not null default '',
  amount bigint not null,
  constraint rollups_pkey primary key (tenant_id, kind, period_on, currency),
  constraint rollups_tenant_id_fkey foreign key (tenant_id) references tenants (id) on delete cascade on update no action,
  constraint rollups_known_kind check (kind in ('people', 'projects', 'bytes', 'minutes', 'invoiced', 'received')),
  constraint rollups_whole_period check (period_on = case kind when 'minutes' then date_trunc('week', period_on::timestamp)::date else date_trunc('month', period_on::timestamp)::date end),
  constraint rollups_currency_of_money check ((kind in ('invoiced', 'received')) = (currency <> '')),
  constraint rollups_in_calendar check (period_on >= '1900-01-01' and period_on < '2200-01-01')
);
create index rollups_kind_period_on_idx on rollups (kind, period_on);

-- People, projects and bytes by the month in which they were added; what is removed is taken off there. Past the wall, because nobody
-- writes sums.
create function roll_up_usage() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into rollups as r (tenant_id, kind, period_on, amount)
    select tenant_id, tg_argv[0], date_trunc('month', created_at at time zone 'UTC')::date, sum(coalesce((to_jsonb(a) ->> 'byte_size')::bigint, 1))
      from added a where tenant_id is not null group by 1, 3 order by 1, 3
    on conflict (tenant_id, kind, period_on, currency) do update set amount = r.amount + excluded.amount;
  else
    insert into rollups as r (tenant_id, kind, period_on, amount)
    select tenant_id, tg_argv[0], date_trunc('month', created_at at time zone 'UTC')::date, -sum(coalesce((to_jsonb(a) ->> 'byte_size')::bigint, 1))
      from removed a where tenant_id is not null group by 1, 3 order by 1, 3
    on conflict (tenant_id, kind, period_on, currency) do update set amount = r.amount + excluded.amount;
  end if;
  return null;
end $$;
create trigger users_roll_up_added after insert on users referencing new table as added for each statement execute function roll_up_usage('people');
create trigger users_roll_up_removed after delete on users referencing old table as removed for each statement execute function roll_up_usage('people');
create trigger projects_roll_up_added after insert on projects referencing new table as added for each statement execute function roll_up_usage('projects');
create trigger projects_roll_up_removed after delete on projects referencing old table as removed for each statement execute function roll_up_usage('projects');
create trigger stored_files_roll_up_added after insert on stored_files referencing new table as added for each statement execute function roll_up_usage('bytes');
create trigger stored_files_roll_up_removed after delete on stored_files referencing old table as removed for each statement execute function roll_up_usage('bytes');

-- Minutes of work by the week (its Monday) of their date.
create function roll_up_hours() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into rollups as r (tenant_id, kind, period_on, amount)
    select tenant_id, 'minutes', date_trunc('week', worked_on::timestamp)::date, sum(minutes) from added group by 1, 3 order by 1, 3
    on conflict (tenant_id, kind, period_on, currency) do update set amount = r.amount + excluded.amount;
  end if;
  if tg_op <> 'INSERT' then
    insert into rollups as r (tenant_id, kind, period_on, amount)
    select tenant_id, 'minutes', date_trunc('week', worked_on::timestamp)::date, -sum(minutes) from removed group by 1, 3 order by 1, 3
    on conflict (tenant_id, kind, period_on, currency) do update set amount = r.amount + excluded.amount;
  end if;
  return null;
end $$;
create trigger time_entries_roll_up_added after insert on time_entries referencing new table as added for each statement execute function roll_up_hours();
create trigger time_entries_roll_up_changed after update on time_entries referencing old table as removed new table as added for each statement execute function roll_up_hours();
create trigger time_entries_roll_up_removed after delete on time_entries referencing old table as removed for each statement execute function roll_up_hours();

-- By the month of a posting: invoiced, less what was taken back by voiding or a credit note; and received, less what was refunded.
-- Postings are only ever added.
create function roll_up_money() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into rollups as r (tenant_id, kind, period_on, currency, amount)
  select tenant_id, case when entry_type in ('payment', 'refund') then 'received' else 'invoiced' end as of_kind,
      date_trunc('month', entry_on::timestamp)::date, currency::text,
      sum(case when entry_type in ('payment', 'refund') then debit_minor - credit_minor else credit_minor - debit_minor end)
    from added where entry_type <> 'adjustment' or invoice_id is not null or credit_note_id is not null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (tenant_id, kind, period_on, currency) do update set amount = r.amount + excluded.amount;
  return null;
end $$;
create trigger ledger_entries_roll_up after insert on ledger_entries referencing new table as added for each statement execute function roll_up_money();

do $$
declare
  line record;
begin
  for line in select tgrelid::regclass as name, tgname from pg_trigger where tgname like '%\_roll\_up%' loop
    execute format('alter table %s enable always trigger %I', line.name, line.tgname);
  end loop;
end $$;

-- What is there already. The owner is held by the wall too.
alter table users disable row level security;
alter table projects disable row level security;
alter table stored_files disable row level security;
alter table time_entries disable row level security;
alter table ledger_entries disable row level security;
insert into rollups (tenant_id, kind, period_on, currency, amount)
  select tenant_id, 'people', date_trunc('month', created_at at time zone 'UTC')::date, '', count(*) from users where tenant_id is not null group by 1, 3
  union all select tenant_id, 'projects', date_trunc('month', created_at at time zone 'UTC')::date, '', count(*) from projects group by 1, 3
  union all select tenant_id, 'bytes', date_trunc('month', created_at at time zone 'UTC')::date, '', sum(byte_size) from stored_files group by 1, 3
  union all select tenant_id, 'minutes', date_trunc('week', worked_on::timestamp)::date, '', sum(minutes) from time_entries group by 1, 3
  union all select tenant_id, case when entry_type in ('payment', 'refund') then 'received' else 'invoiced' end, date_trunc('month', entry_on::timestamp)::date, currency::text,
      sum(case when entry_type in ('payment', 'refund') then debit_minor - credit_minor else credit_minor - debit_minor end)
    from ledger_entries where entry_type <> 'adjustment' or invoice_id is not null or credit_note_id is not null group by 1, 2, 3, 4;
alter table ledger_entries enable row level security;
alter table time_entries enable row level security;
alter table stored_files enable row level security;
alter table projects enable row level security;
alter table users enable row level security;
