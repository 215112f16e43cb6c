-- Sessions and API tokens end for good with the state they were opened in: another address, type or client, or a deactivated
-- account. Reactivation ends those too that were open before this rule. Losing the client alone ends nothing: the session then
-- shows that there is no access, and it ends when another client is set. The function acts past the wall, because an admin cannot see
-- other people's sessions.
create function end_access() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update sessions set revoked_at = now() where user_id = new.id and revoked_at is null;
  update api_tokens set revoked_at = now() where user_id = new.id and revoked_at is null;
  return new;
end $$;

create trigger users_end_access after update on users for each row
  when (
    old.is_active <> new.is_active or old.email is distinct from new.email
    or old.user_type is distinct from new.user_type or (old.client_id is distinct from new.client_id and new.client_id is not null)
  ) execute function end_access();
alter table users enable always trigger users_end_access;
