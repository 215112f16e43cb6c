-- A ZIP of everything that a person of a client may see, made by the worker. The object in the storage is named here and not in
-- stored_files: it takes nothing of the quota of the business, and goes after a week.
create type client_export_state as enum ('waiting', 'working', 'ready', 'failed', 'expired');
create table client_exports (
  id uuid not null,
  tenant_id uuid not null,
  client_id uuid not null,
  user_id uuid not null,
  asked_by_id uuid not null,
  asked_by_name text not null,
  state client_export_state not null default 'waiting',
  reason text,
  done_files int not null default 0,
  total_files int not null default 0,
  file_name text,
  storage_key text,
  byte_size bigint,
  sha256 bytea,
  ready_at timestamptz(3),
  expires_at timestamptz(3),
  downloaded_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp,
  constraint client_exports_pkey primary key (id),
  constraint client_exports_tenant_id_client_id_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id) on delete restrict on update no action,
  constraint client_exports_tenant_id_user_id_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete restrict on update no action,
  constraint client_exports_tenant_id_asked_by_id_fkey foreign key (tenant_id, asked_by_id) references users (tenant_id, id) on delete restrict on update no action,
  constraint client_exports_counts check (done_files >= 0 and total_files >= 0),
  constraint client_exports_ready check (state <> 'ready' or (file_name is not null and storage_key is not null and byte_size is not null
    and octet_length(sha256) = 32 and ready_at is not null and expires_at is not null)),
  constraint client_exports_in_calendar check (
    ready_at >= '1900-01-01T00:00:00Z' and ready_at < '2200-01-01T00:00:00Z' and expires_at >= '1900-01-01T00:00:00Z' and expires_at < '2200-01-01T00:00:00Z'
    and downloaded_at >= '1900-01-01T00:00:00Z' and downloaded_at < '2200-01-01T00:00:00Z' and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z')
);
create unique index client_exports_storage_key_key on client_exports (storage_key);
create index client_exports_asked_by_id_created_at_id_idx on client_exports (asked_by_id, created_at desc, id);
create index client_exports_tenant_id_client_id_created_at_id_idx on client_exports (tenant_id, client_id, created_at desc, id);
create index client_exports_user_id_idx on client_exports (user_id);
create index client_exports_tenant_id_expires_at_idx on client_exports (tenant_id, expires_at);

create trigger client_exports_sign before insert on client_exports for each row execute function sign_row('asked_by_id', 'asked_by_name');
alter table client_exports enable always trigger client_exports_sign;

-- The job that makes it: whoever asks has no right to add jobs.
create function start_client_export() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.state = 'waiting' then
    insert into jobs (id, tenant_id, kind, arguments, due_at)
      values (gen_random_uuid(), new.tenant_id, 'client_export', jsonb_build_object('exportId', new.id), now());
  end if;
  return null;
end $$;
create trigger client_exports_start after insert on client_exports for each row execute function start_client_export();
alter table client_exports enable always trigger client_exports_start;

create function tell_live_export() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('user', new.asked_by_id, 'type', 'client_export', 'record', new.id)::text);
  return null;
end $$;
create trigger client_exports_live after update of state, done_files on client_exports for each row execute function tell_live_export();
alter table client_exports enable always trigger client_exports_live;
