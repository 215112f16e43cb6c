-- Ledger and audit only ever grow. A statement trigger covers TRUNCATE and statements that match no row;
-- ENABLE ALWAYS keeps it on under session_replication_role = replica.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();
alter table ledger_entries enable always trigger ledger_entries_append_only;

create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
alter table audit_entries enable always trigger audit_entries_append_only;

-- Numbers an entry within its party and carries the balance on. The lock makes writers of one party take turns;
-- a party has one currency (composite key to clients), so the sum is of one money.
create function post_ledger_entry() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.party_id::text, 0));
  select posting_number, balance_after_minor into last
    from ledger_entries where party_id = new.party_id order by posting_number desc limit 1;
  new.posting_number := coalesce(last.posting_number, 0) + 1;
  new.balance_after_minor := coalesce(last.balance_after_minor, 0) + new.credit_minor - new.debit_minor;
  return new;
end $$;

create trigger ledger_entries_post before insert on ledger_entries for each row execute function post_ledger_entry();
alter table ledger_entries enable always trigger ledger_entries_post;

-- A person who leaves a client leaves its projects: the key on projects allows contacts of the project's client only.
create function leave_projects() returns trigger language plpgsql as $$
begin
  update projects set client_user_id = null where tenant_id = old.tenant_id and client_user_id = old.id;
  return new;
end $$;

create trigger users_leave_projects before update of client_id on users for each row
  when (old.client_id is distinct from new.client_id) execute function leave_projects();
