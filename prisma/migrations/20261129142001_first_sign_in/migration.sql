-- A tenant belongs to its people from the first sign-in of one of them. The fact is kept in a column of its own, which nothing
-- empties again: what the operator may add depends on it. The owner is held by row security too.
alter table tenants add column first_signed_in_at timestamptz(3);

alter table tenants disable row level security;
alter table users disable row level security;
alter table sessions disable row level security;
alter table api_tokens disable row level security;
update tenants t set first_signed_in_at = least(
  (select min(last_sign_in_at) from users where tenant_id = t.id),
  (select min(s.created_at) from sessions s join users u on u.id = s.user_id where u.tenant_id = t.id),
  (select min(k.created_at) from api_tokens k join users u on u.id = k.user_id where u.tenant_id = t.id));
alter table api_tokens enable row level security;
alter table sessions enable row level security;
alter table users enable row level security;
alter table tenants enable row level security;

-- The function acts past the wall, because the sign-in changes no tenants.
create function mark_first_sign_in() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  person uuid := coalesce(to_jsonb(new) ->> 'user_id', to_jsonb(new) ->> 'id');
begin
  update tenants set first_signed_in_at = now()
    where first_signed_in_at is null and id = (select tenant_id from users where id = person);
  return null;
end $$;

create trigger users_first_sign_in after insert or update of last_sign_in_at on users for each row
  when (new.last_sign_in_at is not null) execute function mark_first_sign_in();
alter table users enable always trigger users_first_sign_in;
create trigger sessions_first_sign_in after insert on sessions for each row execute function mark_first_sign_in();
alter table sessions enable always trigger sessions_first_sign_in;
create trigger api_tokens_first_sign_in after insert on api_tokens for each row execute function mark_first_sign_in();
alter table api_tokens enable always trigger api_tokens_first_sign_in;
