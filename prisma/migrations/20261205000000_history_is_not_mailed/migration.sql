-- A notification is written in the transaction of its event. One that is dated an hour back or more is imported history, such as the
-- demo's last working day; nobody is mailed about that. (It was a day.)
create or replace function plan_mails_of(ids uuid[]) returns void set search_path = public, pg_temp language sql as $$
  with told as (
    select n.id, n.tenant_id, n.user_id, coalesce(s.cadence, 'instant') as cadence,
        coalesce(p.time_zone, t.time_zone) as zone, p.quiet_from, p.quiet_to
      from notifications n join users u on u.id = n.user_id and u.is_active join tenants t on t.id = n.tenant_id
        left join notification_settings s on s.user_id = n.user_id and s.kind = n.kind
        left join mail_preferences p on p.user_id = n.user_id
      where n.id = any (ids) and n.read_at is null and n.created_at > now() - interval '1 hour'
        and coalesce(s.cadence, 'instant') <> 'off' and p.stopped_at is null
  ), items as (
    insert into mail_items (id, tenant_id, user_id, notification_id, cadence)
    select gen_random_uuid(), tenant_id, user_id, id, cadence from told
    on conflict (notification_id) where mail_id is null do nothing
  )
  insert into jobs (id, tenant_id, kind, arguments, pending_key, due_at)
  select gen_random_uuid(), tenant_id, 'notification_mail', jsonb_build_object('userId', user_id, 'cadence', cadence),
      'notification_mail ' || user_id || ' ' || cadence, min(mail_due(cadence, zone, quiet_from, quiet_to))
    from told group by tenant_id, user_id, cadence
  on conflict (pending_key) do nothing
$$;
