-- What admins are told of who sees what, and people of a client of who looked.

-- ── The wall, asked as somebody else ──
-- Whether people of clients see a record now, asked of the policies themselves: for each person the function takes the role and the
-- settings of a transaction of theirs, and at last those of its caller again. It has no right of its own (no security definer): the
-- login of the portal may take these roles. The people are looked up as the caller, so that they are of the own business. Whether
-- a person is admitted to the portal at all is for the guard.
create or replace function seen_by(kind text, about uuid, people uuid[]) returns table (person uuid, sees boolean)
  set search_path = public, pg_temp language plpgsql as $$
declare
  acting text := current_setting('role');
  me text := current_setting('app.user_id', true);
  own text := current_setting('app.client_id', true);
  source text := case kind
    when 'project' then 'projects' when 'phase' then 'phases' when 'document' then 'documents' when 'photo' then 'photos'
    when 'invoice' then 'invoices' when 'credit_note' then 'credit_notes' when 'ledger_entry' then 'ledger_entries'
    when 'ticket' then 'support_tickets' when 'project_update' then 'project_updates' when 'time_entry' then 'time_entries' end;
  ids uuid[];
  clients uuid[];
begin
  if source is null then
    raise exception 'no kind of record that clients see: %', kind using errcode = 'invalid_parameter_value';
  end if;
  select array_agg(u.id), array_agg(u.client_id) into ids, clients
    from users u where u.id = any (people) and u.user_type = 'client' and u.client_id is not null;
  for at in 1 .. coalesce(cardinality(ids), 0) loop
    perform set_config('role', 'oriel_client', true), set_config('app.user_id', ids[at]::text, true), set_config('app.client_id', clients[at]::text, true);
    person := ids[at];
    execute format('select exists (select from %I where id = $1)', source) into sees using about;
    return next;
  end loop;
  perform set_config('role', acting, true), set_config('app.user_id', coalesce(me, ''), true), set_config('app.client_id', coalesce(own, ''), true);
end $$;

-- ── Who will be mailed ──
-- How soon a kind of notification would be mailed to people of clients of the own business: instant, daily, weekly, off, or refused where
-- their mail server takes no mail. Their other settings stay their own.
create or replace function mail_cadences(what notification_kind, people uuid[]) returns table (person uuid, cadence text)
  stable security definer set search_path = public, pg_temp language sql as $$
  select u.id, case when u.mail_refused_at is not null then 'refused' when p.stopped_at is not null then 'off' else coalesce(s.cadence::text, 'instant') end
  from users u left join notification_settings s on s.user_id = u.id and s.kind = $1 left join mail_preferences p on p.user_id = u.id
  where u.id = any ($2) and u.tenant_id = app_tenant() and u.user_type = 'client'
$$;

-- ── Who looked as me ──
-- The looks of the business's admins at the portal as the person who asks, the latest first, before a place in this order.
grant select (id) on audit_entries to oriel_definer;
create or replace function looks_at_me(before timestamptz, before_id uuid, most int) returns table (id uuid, name text, at timestamptz)
  stable security definer set search_path = public, pg_temp language sql as $$
  select e.id, e.actor_name, e.created_at from audit_entries e
    where e.tenant_id = app_tenant() and e.record_type = 'user' and e.record_id = app_user() and e.action = 'user.impersonated'
      and ($1 is null or e.created_at < $1 or e.created_at = $1 and e.id > $2)
    order by e.created_at desc, e.id limit least($3, 201)
$$;

-- ── Owner and callers ──
grant create on schema public to oriel_definer;
alter function mail_cadences(notification_kind, uuid[]) owner to oriel_definer;
alter function looks_at_me(timestamptz, uuid, int) owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function seen_by(text, uuid, uuid[]), mail_cadences(notification_kind, uuid[]), looks_at_me(timestamptz, uuid, int) from public;
grant execute on function seen_by(text, uuid, uuid[]), mail_cadences(notification_kind, uuid[]) to oriel_admin;
grant execute on function looks_at_me(timestamptz, uuid, int) to oriel_client;
