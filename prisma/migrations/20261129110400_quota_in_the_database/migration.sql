-- Holds uploads to the quota whatever wrote the rows. storage_room() makes uploads of one tenant wait for each other.
create function refuse_past_quota() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('oriel_staff', 'oriel_admin') and storage_room() < 0 then
    raise exception 'the storage quota of the tenant is used up' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger stored_files_quota after insert on stored_files for each statement execute function refuse_past_quota();
alter table stored_files enable always trigger stored_files_quota;
