-- An issued invoice is a promise to its client: from then on it can be paid and voided, and nothing else. Policies hold its lines.
create function keep_issued_invoice() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  changeable text[] := case old.status when 'issued' then array['status', 'paid_minor', 'voided_at', 'void_reason', 'updated_at'] else array['updated_at'] end;
begin
  if new.status = 'draft' or to_jsonb(new) - changeable <> to_jsonb(old) - changeable then
    raise exception 'an issued invoice cannot be changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger invoices_keep_issued before update on invoices for each row
  when (old.status <> 'draft') execute function keep_issued_invoice();
alter table invoices enable always trigger invoices_keep_issued;
