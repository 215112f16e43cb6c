-- People and their tickets: functions past row security, owned by the role of definer.sql.

-- ── Rights of the functions ──
grant select (id, tenant_id, name, user_type, is_active, client_id, client_portal_enabled) on users to oriel_definer;
grant select (id, is_active) on clients to oriel_definer;
grant select (id, tenant_id, client_user_id, assignee_id, last_activity_at, asked_at, answered_at, waiting_since) on support_tickets to oriel_definer;
grant select (ticket_id, user_id, read_at) on ticket_reads to oriel_definer;
create policy ticket_reads_definer on ticket_reads for select to oriel_definer using (true);

-- ── Who can be written to ──
-- Staff see no other users, and open tickets for people of clients all the same: the names of those who can open the portal, of one client
-- or one person.
create or replace function portal_people(client uuid, person uuid) returns table (id uuid, name text, client_id uuid) stable security definer set search_path = public, pg_temp language sql as $$
  select u.id, u.name, u.client_id from users u join clients c on c.id = u.client_id and c.is_active
    where u.tenant_id = app_tenant() and u.user_type = 'client' and u.is_active and u.client_portal_enabled and (u.client_id = $1 or u.id = $2)
    order by u.name, u.id limit 200
$$;

-- ── Unread tickets ──
-- The frame of every page shows how many tickets hold something new for a person, up to 100. The identification asks. To a client user that
-- is an answer, to the team a question that waits, of a ticket that is assigned to the reader or to nobody. Looks through the latest 200.
create or replace function unread_tickets(person uuid) returns int stable security definer set search_path = public, pg_temp language plpgsql as $$
declare
  reader record;
begin
  -- Before anybody is known the identification asks for anybody, from then on each person for themselves.
  if person is distinct from coalesce(app_user(), person) then
    return 0;
  end if;
  select u.tenant_id, u.user_type, u.client_id into reader from users u where u.id = person;
  if reader.user_type = 'client' then
    return (select count(*) from (
      select from (select t.id, t.answered_at from support_tickets t where t.client_user_id = person order by t.last_activity_at desc, t.id limit 200) mine
        left join ticket_reads r on r.ticket_id = mine.id and r.user_id = person
        where mine.answered_at > coalesce(r.read_at, '-infinity') limit 100) unread);
  elsif reader.user_type in ('staff', 'admin') then
    return (select count(*) from (
      select from (select t.id, t.asked_at, t.assignee_id from support_tickets t where t.tenant_id = reader.tenant_id and t.waiting_since is not null
          order by t.waiting_since desc limit 200) waiting
        left join ticket_reads r on r.ticket_id = waiting.id and r.user_id = person
        where coalesce(waiting.assignee_id, person) = person and waiting.asked_at > coalesce(r.read_at, '-infinity') limit 100) unread);
  end if;
  return 0;
end $$;

-- ── Refused addresses ──
-- An admin has mail sent again to an address that its mail server had refused for good. False where none was.
create or replace function trust_address(person uuid) returns boolean security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update users set mail_refused_at = null, mail_refusal = null where id = person and tenant_id = app_tenant() and mail_refused_at is not null;
  return found;
end $$;

-- ── Owner and callers ──
grant create on schema public to oriel_definer;
alter function portal_people(uuid, uuid) owner to oriel_definer;
alter function unread_tickets(uuid) owner to oriel_definer;
alter function trust_address(uuid) owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function portal_people(uuid, uuid), unread_tickets(uuid), trust_address(uuid) from public;
grant execute on function portal_people(uuid, uuid) to oriel_staff, oriel_admin;
grant execute on function unread_tickets(uuid) to oriel_login, oriel_client, oriel_staff, oriel_admin;
grant execute on function trust_address(uuid) to oriel_admin;
