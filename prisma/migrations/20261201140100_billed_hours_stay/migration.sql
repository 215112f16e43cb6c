-- What a line of an invoice bills says what was worked: it changes only after the line has let it go.
create function keep_billed_hours() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.invoice_line_id = old.invoice_line_id
    and (new.project_id, new.user_id, new.worked_on, new.minutes, new.description, new.billable)
      is distinct from (old.project_id, old.user_id, old.worked_on, old.minutes, old.description, old.billable) then
    raise exception 'billed hours cannot be changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger time_entries_keep_billed before update on time_entries for each row execute function keep_billed_hours();
alter table time_entries enable always trigger time_entries_keep_billed;
