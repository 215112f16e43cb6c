-- The folded number, for the search of the list.
alter table invoices disable trigger invoices_keep_issued;
alter table invoices add column search_text text collate "C" not null
  generated always as (coalesce(oriel_fold(number), '')) stored;
alter table invoices enable always trigger invoices_keep_issued;

-- Generated columns have no value yet in a trigger before the write.
create or replace function keep_issued_invoice() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  generated text[] := array['open_minor', 'search_text'];
  changeable text[] := case old.status
    when 'issued' then generated || array['status', 'paid_minor', 'credited_minor', 'voided_at', 'void_reason', 'voided_minor', 'updated_at']
    else generated || array['updated_at'] end;
begin
  if new.status = 'draft' or to_jsonb(new) - changeable <> to_jsonb(old) - changeable then
    raise exception 'an issued invoice cannot be changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
