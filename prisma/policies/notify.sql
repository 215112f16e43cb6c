-- What people are told: functions past row security, owned by the role of definer.sql. They read the record themselves, so that no
-- caller decides what a notification says or who gets it.

-- ── Rights of the functions ──
grant select, insert (id, tenant_id, user_id, client_id, project_id, kind, record_type, record_id, facts, group_key), delete, update (facts, created_at) on notifications to oriel_definer;
create policy notifications_definer on notifications to oriel_definer using (true);
grant select (name, user_type, is_active, client_id, client_portal_enabled) on users to oriel_definer;
grant select (is_active) on clients to oriel_definer;
grant select (id, client_id, name, status, date_history_shown) on projects to oriel_definer;
grant select (date_history_shown) on tenants to oriel_definer;
grant select (id, tenant_id, project_id, client_id, name, position, status, percent, actual_start_on, actual_end_on, updated_at) on phases to oriel_definer;
grant select (id, project_id, client_id, visibility, shared_at) on photos to oriel_definer;
grant select (project_id, client_id, title, status, published_version_id, published_at) on documents to oriel_definer;
grant select (id, tenant_id, client_id, project_id, title, author_id, week_on, published_at) on project_updates to oriel_definer;
grant select (id, tenant_id, update_id, author_id, author_name) on project_comments, update_notes to oriel_definer;
grant select (id, tenant_id, project_id, due_on, open_minor) on invoices to oriel_definer;
grant select (id, tenant_id, client_id, amount_minor, currency) on payments to oriel_definer;
grant select (id, tenant_id, client_id, invoice_id, user_id, user_name, status) on payment_claims to oriel_definer;
grant select (id, tenant_id, client_id, client_user_id, client_user_name, project_id, number, subject, status, assignee_id) on support_tickets to oriel_definer;
grant select (tenant_id, project_id, worked_on, minutes) on time_entries to oriel_definer;
create policy phases_definer on phases for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy project_updates_definer on project_updates for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy project_comments_definer on project_comments for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy update_notes_definer on update_notes for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy payments_definer on payments for select to oriel_definer using (tenant_id = (select app_tenant()));
create policy payment_claims_definer on payment_claims for select to oriel_definer using (tenant_id = (select app_tenant()));

-- ── People of the team who deal with an update ──
-- Its author, and who of the team wrote below it; everybody of the team where none of them is active any more.
create or replace function update_people(update_id uuid) returns uuid[] stable security definer set search_path = public, pg_temp language sql as $$
  select array(
    select u.id from users u where u.tenant_id = app_tenant() and u.is_active and u.user_type in ('staff', 'admin') and (
      u.id = (select author_id from project_updates where id = $1)
      or u.id in (select author_id from project_comments c where c.update_id = $1)
      or u.id in (select author_id from update_notes n where n.update_id = $1)))
$$;

-- ── What a notification says ──
-- One row per record: its place, the facts of its sentence, and whom it is for: the people of the client, of the team (all, admins or
-- some) and single people. No row where the record is not in the state that the kind tells of, or where a person of a client
-- did not write it.
create or replace function notices_about(what notification_kind, about uuid[])
  returns table (client_id uuid, project_id uuid, record_type text, record_id uuid, facts jsonb, to_client boolean, to_team text, people uuid[], group_key text)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
declare
  tenant uuid := app_tenant();
  own uuid := app_client();
  me uuid := app_user();
  -- Answers within ten minutes are one notification, photos of a day are.
  moment text := floor(extract(epoch from now()) / 600)::text;
  today date := (now() at time zone (select t.time_zone from tenants t where t.id = app_tenant()))::date;
begin
  if what = 'document_published' then
    return query select d.client_id, d.project_id, 'document', d.id, jsonb_build_object('title', d.title, 'projectName', p.name), true, 'none', '{}'::uuid[], 'document_published:' || d.id
      from documents d join projects p on p.id = d.project_id where d.tenant_id = tenant and d.id = any (about) and d.published_version_id is not null;
  elsif what = 'document_waiting' then
    return query select d.client_id, d.project_id, 'document', d.id, jsonb_build_object('title', d.title, 'projectName', p.name), false, 'admins', '{}'::uuid[], 'document_waiting:' || d.id
      from documents d join projects p on p.id = d.project_id where d.tenant_id = tenant and d.id = any (about) and d.status = 'pending';
  elsif what = 'photos_shared' then
    return query select p.client_id, p.id, 'project', p.id, jsonb_build_object('count', count(*), 'projectName', p.name), true, 'none', '{}'::uuid[], 'photos_shared:' || p.id || ':' || today
      from photos g join projects p on p.id = g.project_id where g.tenant_id = tenant and g.id = any (about) and g.visibility = 'client' group by p.client_id, p.id, p.name;
  elsif what = 'phase_completed' then
    return query select p.client_id, p.id, 'phase', h.id, jsonb_build_object('name', h.name, 'projectName', p.name), true, 'none', '{}'::uuid[], 'phase_completed:' || h.id
      from phases h join projects p on p.id = h.project_id where h.tenant_id = tenant and h.id = any (about) and h.status = 'completed';
  elsif what = 'phase_rescheduled' then
    -- The newest move of each phase, where its client may read of it; the moves of a day are one notification.
    return query select p.client_id, p.id, 'phase', h.id, jsonb_build_object('name', h.name, 'projectName', p.name, 'startOn', m.to_start_on, 'endOn', m.to_end_on,
        'moved', case when m.to_end_on is distinct from m.from_end_on then 'end' else 'start' end, 'reason', m.reason),
        true, 'none', '{}'::uuid[], 'phase_rescheduled:' || h.id || ':' || today
      from phases h join projects p on p.id = h.project_id join tenants t on t.id = h.tenant_id cross join lateral (
        select c.in_plan, c.from_start_on, c.from_end_on, c.to_start_on, c.to_end_on, c.reason from phase_date_changes c where c.phase_id = h.id and c.kind = 'move' order by c.created_at desc, c.id limit 1) m
      where h.tenant_id = tenant and h.id = any (about) and m.in_plan and p.date_history_shown and t.date_history_shown;
  elsif what = 'project_update_posted' then
    return query select u.client_id, u.project_id, 'project_update', u.id, jsonb_build_object('title', u.title, 'projectName', p.name), true, 'none', '{}'::uuid[], 'project_update_posted:' || u.id
      from project_updates u join projects p on p.id = u.project_id where u.tenant_id = tenant and u.id = any (about) and u.published_at is not null;
  elsif what = 'report_drafted' then
    return query select u.client_id, u.project_id, 'project_update', u.id, jsonb_build_object('title', u.title, 'projectName', p.name), false, 'all', '{}'::uuid[], 'report_drafted:' || u.id
      from project_updates u join projects p on p.id = u.project_id where u.tenant_id = tenant and u.id = any (about) and u.published_at is null and u.week_on is not null;
  elsif what = 'comment_written' then
    return query select u.client_id, u.project_id, 'project_update', u.id, jsonb_build_object('title', u.title, 'projectName', p.name, 'by', c.author_name), true,
        case when cardinality(update_people(u.id)) = 0 then 'all' else 'some' end, update_people(u.id), 'comment_written:' || u.id || ':' || moment
      from project_comments c join project_updates u on u.id = c.update_id join projects p on p.id = u.project_id
      where c.tenant_id = tenant and c.id = any (about) and c.author_id = me and u.client_id = coalesce(own, u.client_id);
  elsif what = 'comment_noted' then
    return query select null::uuid, u.project_id, 'project_update', u.id, jsonb_build_object('title', u.title, 'projectName', p.name, 'by', n.author_name), false,
        case when cardinality(update_people(u.id)) = 0 then 'all' else 'some' end, update_people(u.id), 'comment_noted:' || u.id || ':' || moment
      from update_notes n join project_updates u on u.id = n.update_id join projects p on p.id = u.project_id where n.tenant_id = tenant and n.id = any (about) and n.author_id = me;
  elsif what in ('ticket_opened', 'ticket_answered', 'ticket_status_changed', 'ticket_assigned') then
    -- What a person of a client does is for the assignee or else the whole team, and what the team does for that person.
    return query select t.client_id, t.project_id, 'ticket', t.id,
        jsonb_build_object('number', t.number, 'subject', t.subject, 'status', t.status, 'by', coalesce((select u.name from users u where u.id = me), t.client_user_name)), false,
        case when what = 'ticket_assigned' then 'some' when own is null then 'none' when a.id is null then 'all' else 'some' end,
        case when what = 'ticket_assigned' or own is not null then array[a.id] else array[t.client_user_id] end,
        what || ':' || t.id || case when what = 'ticket_opened' then '' else ':' || moment end
      from support_tickets t left join users a on a.tenant_id = tenant and a.id = t.assignee_id and a.is_active
      where t.tenant_id = tenant and t.id = any (about) and (own is null or t.client_user_id = me);
  elsif what in ('invoice_issued', 'invoice_due_soon', 'invoice_overdue') then
    return query select i.client_id, i.project_id, 'invoice', i.id,
        jsonb_build_object('number', i.number, 'amount', (case when what = 'invoice_issued' then i.total_minor else i.open_minor end)::text, 'currency', i.currency, 'dueOn', i.due_on), true,
        case when what = 'invoice_overdue' then 'admins' else 'none' end, '{}'::uuid[], what || ':' || i.id
      from invoices i where i.tenant_id = tenant and i.id = any (about) and i.status = 'issued';
  elsif what = 'payment_recorded' then
    return query select p.client_id, null::uuid, 'payment', p.id, jsonb_build_object('amount', p.amount_minor::text, 'currency', p.currency), true, 'none', '{}'::uuid[], 'payment_recorded:' || p.id
      from payments p where p.tenant_id = tenant and p.id = any (about);
  elsif what in ('payment_claimed', 'payment_claim_declined') then
    return query select c.client_id, i.project_id, 'payment_claim', c.id, jsonb_build_object('number', i.number, 'by', c.user_name, 'invoiceId', i.id), what = 'payment_claim_declined',
        case when what = 'payment_claimed' then 'admins' else 'none' end, '{}'::uuid[], what || ':' || c.id
      from payment_claims c join invoices i on i.id = c.invoice_id where c.tenant_id = tenant and c.id = any (about) and (own is null or c.user_id = me)
        and c.status = case when what = 'payment_claimed' then 'claimed' else 'declined' end;
  elsif what = 'export_ready' then
    -- For whoever asked: the person of the client, or the admin.
    return query select e.client_id, null::uuid, 'client_export', e.id, jsonb_build_object('name', coalesce(c.name, t.name), 'clientId', e.client_id), false, 'some', array[e.asked_by_id], 'export_ready:' || e.id
      from client_exports e join tenants t on t.id = e.tenant_id left join clients c on c.id = e.client_id where e.tenant_id = tenant and e.id = any (about) and e.state = 'ready';
  end if;
end $$;

-- ── notify ──
-- Tells people about records, in the transaction of the event and never its doer. A person of a client can cause only what comes of
-- their own tickets, comments and claims.
create or replace function notify(what notification_kind, about uuid[]) returns void security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if app_client() is not null and what not in ('ticket_opened', 'ticket_answered', 'ticket_status_changed', 'comment_written', 'payment_claimed') then
    raise exception 'people of a client cause no notification of this kind' using errcode = 'insufficient_privilege';
  end if;
  insert into notifications as n (id, tenant_id, user_id, client_id, project_id, kind, record_type, record_id, facts, group_key)
  select gen_random_uuid(), app_tenant(), r.user_id, r.reader_client, r.project_id, what, r.record_type, r.record_id, r.facts, r.group_key
  from (
    select x.*, u.id as user_id, u.client_id as reader_client from notices_about(what, about) x
      join users u on u.client_id = x.client_id and u.tenant_id = app_tenant() and u.user_type = 'client' and u.is_active and u.client_portal_enabled
      where (x.to_client or u.id = any (x.people)) and exists (select from clients c where c.id = u.client_id and c.is_active)
    union all
    select x.*, u.id, null from notices_about(what, about) x
      join users u on u.tenant_id = app_tenant() and u.user_type in ('staff', 'admin') and u.is_active
      where x.to_team = 'all' or (x.to_team = 'admins' and u.user_type = 'admin') or (x.to_team = 'some' and u.id = any (x.people))
  ) r
  where r.user_id is distinct from app_user()
  on conflict (user_id, group_key) where read_at is null do update set created_at = now(),
    facts = case when what = 'photos_shared' then excluded.facts || jsonb_build_object('count', (n.facts ->> 'count')::int + (excluded.facts ->> 'count')::int) else excluded.facts end;
end $$;

-- Takes back what the people of a client were told about a document that is no longer published.
create or replace function retract_notices(document uuid) returns void security definer set search_path = public, pg_temp language sql as $$
  delete from notifications n using documents d
    where d.id = $1 and d.tenant_id = app_tenant() and d.published_version_id is null and n.record_id = d.id and n.kind = 'document_published'
$$;

-- ── Unread ──
-- The frame of every page shows the number of a person's unread notifications, up to 100. The identification asks.
create or replace function unread_notifications(person uuid) returns int stable security definer set search_path = public, pg_temp language sql as $$
  select count(*)::int from (
    select from notifications n join users u on u.id = n.user_id
      where n.user_id = $1 and n.read_at is null and (n.client_id is null or n.client_id = u.client_id) limit 100) as unread
$$;

-- ── Weekly report ──
-- What changed in each project of the tenant from one date to another, both included, of what its client may see. No money.
create or replace function changes_of_projects(first_day date, last_day date) returns table (project_id uuid, client_id uuid, project_name text, facts jsonb)
  stable security definer set search_path = public, pg_temp language sql as $$
  select p.id, p.client_id, p.name, jsonb_build_object(
      'completed', (select coalesce(jsonb_agg(h.name order by h.position), '[]') from phases h where h.project_id = p.id and h.status = 'completed' and h.actual_end_on between $1 and $2),
      'started', (select coalesce(jsonb_agg(h.name order by h.position), '[]') from phases h where h.project_id = p.id and h.status <> 'completed' and h.actual_start_on between $1 and $2),
      'advanced', (select coalesce(jsonb_agg(jsonb_build_object('name', h.name, 'percent', h.percent) order by h.position), '[]') from phases h
        where h.project_id = p.id and h.status = 'in_progress' and h.updated_at >= span.begins and h.updated_at < span.ends),
      -- From the first to the last of the week, phase by phase, where the client may read of it.
      'moved', (select coalesce(jsonb_agg(jsonb_build_object('name', m.phase_name, 'fromOn', m.from_end_on, 'toOn', m.to_end_on) order by m.phase_name), '[]') from (
        select c.phase_id, (array_agg(c.phase_name order by c.created_at desc, c.id))[1] as phase_name, (array_agg(c.from_end_on order by c.created_at, c.id))[1] as from_end_on,
          (array_agg(c.to_end_on order by c.created_at desc, c.id))[1] as to_end_on
        from phase_date_changes c where c.project_id = p.id and c.kind = 'move' and c.in_plan and p.date_history_shown and span.shown
          and c.created_at >= span.begins and c.created_at < span.ends group by c.phase_id) m
        where m.from_end_on <> m.to_end_on),
      'documents', (select coalesce(jsonb_agg(d.title order by d.published_at), '[]') from documents d
        where d.project_id = p.id and d.published_version_id is not null and d.published_at >= span.begins and d.published_at < span.ends),
      'photos', (select count(*) from photos g where g.project_id = p.id and g.visibility = 'client' and g.shared_at >= span.begins and g.shared_at < span.ends),
      'minutes', (select coalesce(sum(e.minutes), 0) from time_entries e where e.project_id = p.id and e.worked_on between $1 and $2))
    from projects p, (select $1::timestamp at time zone t.time_zone as begins, ($2 + 1)::timestamp at time zone t.time_zone as ends, t.date_history_shown as shown from tenants t where t.id = app_tenant()) as span
    where p.tenant_id = app_tenant() and p.status in ('planned', 'active', 'on_hold', 'completed')
$$;

-- ── Owner and callers ──
grant create on schema public to oriel_definer;
alter function update_people(uuid) owner to oriel_definer;
alter function notices_about(notification_kind, uuid[]) owner to oriel_definer;
alter function notify(notification_kind, uuid[]) owner to oriel_definer;
alter function retract_notices(uuid) owner to oriel_definer;
alter function unread_notifications(uuid) owner to oriel_definer;
alter function changes_of_projects(date, date) owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function update_people(uuid), notices_about(notification_kind, uuid[]), notify(notification_kind, uuid[]), retract_notices(uuid), unread_notifications(uuid), changes_of_projects(date, date) from public;
grant execute on function notify(notification_kind, uuid[]) to oriel_client, oriel_staff, oriel_admin, oriel_worker;
grant execute on function retract_notices(uuid) to oriel_staff, oriel_admin;
grant execute on function unread_notifications(uuid) to oriel_login;
grant execute on function changes_of_projects(date, date) to oriel_worker;
