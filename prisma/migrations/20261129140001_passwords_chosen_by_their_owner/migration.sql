-- An admin may choose the first password of staff and people of clients, and so knows it. Whoever has such a password does not
-- become an admin. The audit trail says which of the existing passwords are such: those that came with the account and were
-- replaced neither by a change nor by a link.
alter table credentials add column chosen_by_owner boolean not null default false;

-- The owner is held by row security too.
alter table credentials disable row level security;
alter table audit_entries disable row level security;
update credentials c set chosen_by_owner = true
where not exists (
    select from audit_entries a where a.record_id = c.user_id and a.action = 'user.created' and a.detail ->> 'withPassword' = 'true')
  or exists (
    select from audit_entries a where a.record_id = c.user_id and a.action in ('user.password_changed', 'user.link_used'));
alter table audit_entries enable row level security;
alter table credentials enable row level security;

-- Runs with the rights of its caller: only admins change types, and they see this column of their people.
create function admins_choose_their_password() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from credentials where user_id = new.id and not chosen_by_owner) then
    raise exception 'the password of a new admin was chosen by somebody else' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger users_admins_choose_their_password before update of user_type on users for each row
  when (new.user_type = 'admin' and old.user_type <> 'admin') execute function admins_choose_their_password();
alter table users enable always trigger users_admins_choose_their_password;
