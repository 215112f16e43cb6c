-- Holds uploads to the quota whatever wrote the rows. storage_room() makes uploads of one tenant wait for each other.
create function refuse_past_quota() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- Two conditions: the right to call storage_room() is checked before the expression that it stands in is evaluated.
  if current_user in ('oriel_staff', 'oriel_admin') then
    if storage_room() < 0 then
      raise exception 'the storage quota of the tenant is used up' using errcode = 'check_violation';
    end if;
  end if;
  return null;
end $$;

create trigger stored_files_quota after insert on stored_files for each statement execute function refuse_past_quota();
alter table stored_files enable always trigger stored_files_quota;
