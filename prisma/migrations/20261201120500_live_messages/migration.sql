-- Messages for lib/live: ids only, sent at commit to every process that listens. `user`, `client` and `tenant` say whom they concern;
-- `team` leaves the people of clients out.
create function tell_live_notice() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('user', new.user_id, 'type', 'notification', 'id', new.id,
    'about', new.record_type, 'record', new.record_id)::text);
  return null;
end $$;
create trigger notifications_live after insert or update on notifications for each row execute function tell_live_notice();
alter table notifications enable always trigger notifications_live;

create function tell_live_message() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('tenant', new.tenant_id, 'user', new.client_user_id, 'team', true,
    'type', 'ticket', 'record', new.ticket_id)::text);
  return null;
end $$;
create trigger ticket_messages_live after insert on ticket_messages for each row execute function tell_live_message();
alter table ticket_messages enable always trigger ticket_messages_live;

create function tell_live_note() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('tenant', new.tenant_id, 'team', true, 'type', 'ticket', 'record', new.ticket_id)::text);
  return null;
end $$;
create trigger ticket_notes_live after insert on ticket_notes for each row execute function tell_live_note();
alter table ticket_notes enable always trigger ticket_notes_live;

create function tell_live_ticket() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('tenant', new.tenant_id, 'user', new.client_user_id, 'team', true,
    'type', 'ticket', 'record', new.id)::text);
  return null;
end $$;
create trigger support_tickets_live after insert or update of status on support_tickets for each row execute function tell_live_ticket();
alter table support_tickets enable always trigger support_tickets_live;

create function tell_live_comment() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('tenant', new.tenant_id, 'client', new.client_id, 'team', true,
    'type', 'project', 'record', new.project_id)::text);
  return null;
end $$;
create trigger project_comments_live after insert on project_comments for each row execute function tell_live_comment();
alter table project_comments enable always trigger project_comments_live;

-- Streams check their identity again at once when it may have ended.
create function tell_live_access() returns trigger set search_path = public, pg_temp language plpgsql as $$
declare
  changed jsonb := to_jsonb(new);
begin
  perform pg_notify('oriel_live', jsonb_build_object('type', 'access', tg_argv[0], changed ->> tg_argv[1])::text);
  return null;
end $$;
create trigger sessions_live after update of revoked_at on sessions for each row when (new.revoked_at is not null) execute function tell_live_access('user', 'user_id');
alter table sessions enable always trigger sessions_live;
create trigger api_tokens_live after update of revoked_at on api_tokens for each row when (new.revoked_at is not null) execute function tell_live_access('user', 'user_id');
alter table api_tokens enable always trigger api_tokens_live;
create trigger users_live after update of is_active, client_portal_enabled, client_id, user_type on users for each row execute function tell_live_access('user', 'id');
alter table users enable always trigger users_live;
create trigger clients_live after update of is_active on clients for each row execute function tell_live_access('client', 'id');
alter table clients enable always trigger clients_live;
create trigger tenants_live after update of status on tenants for each row execute function tell_live_access('tenant', 'id');
alter table tenants enable always trigger tenants_live;
