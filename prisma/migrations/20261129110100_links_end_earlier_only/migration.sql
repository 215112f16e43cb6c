-- Roles that may end a link could otherwise revive one that has ended.
create function refuse_later_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'the end of a link can only be moved earlier' using errcode = 'insufficient_privilege';
end $$;

create trigger user_links_end_earlier before update of expires_at on user_links for each row
  when (new.expires_at > old.expires_at) execute function refuse_later_end();
alter table user_links enable always trigger user_links_end_earlier;
