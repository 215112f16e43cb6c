-- Files of records that an admin moves in, what they wrote, and what is wrong in them. A row of a record stays as long as its import,
-- so that a second run finds it and the import can be taken back.
create table imports (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null,
  status text not null default 'mapping',
  file_name text not null,
  file_id uuid,
  writing jsonb not null,
  header jsonb not null,
  sample jsonb not null,
  mapping jsonb not null,
  row_count int not null,
  done_rows int not null default 0,
  created_count int not null default 0,
  changed_count int not null default 0,
  same_count int not null default 0,
  problem_count int not null default 0,
  invites boolean not null default false,
  fault jsonb,
  asked_at timestamptz(3),
  finished_at timestamptz(3),
  created_by_id uuid not null,
  created_by_name text not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint imports_kind check (kind in ('clients', 'people', 'projects', 'phases', 'hours', 'invoices', 'payments', 'openings')),
  constraint imports_status check (status in ('mapping', 'checking', 'checked', 'importing', 'done', 'undoing', 'undone')),
  constraint imports_counts check (least(row_count, done_rows, created_count, changed_count, same_count, problem_count) >= 0),
  constraint imports_finished check ((status in ('done', 'undoing', 'undone')) = (finished_at is not null)),
  constraint imports_has_file check (file_id is not null or status not in ('checking', 'importing')),
  constraint imports_tenant_id_id_key unique (tenant_id, id),
  constraint imports_tenant_id_created_by_id_file_id_key unique (tenant_id, created_by_id, file_id),
  constraint imports_tenant_id_created_by_id_fkey foreign key (tenant_id, created_by_id) references users (tenant_id, id) on delete restrict on update no action,
  constraint imports_tenant_id_created_by_id_file_id_fkey foreign key (tenant_id, created_by_id, file_id) references stored_files (tenant_id, proof_by_id, id) on delete restrict on update no action,
  constraint imports_in_calendar check (asked_at >= '1900-01-01T00:00:00Z' and asked_at < '2200-01-01T00:00:00Z' and finished_at >= '1900-01-01T00:00:00Z'
    and finished_at < '2200-01-01T00:00:00Z' and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z')
);
alter table imports enable row level security, force row level security;
create index imports_tenant_id_created_at_id_idx on imports (tenant_id, created_at desc, id);
create index imports_file_id_idx on imports (file_id);
-- One at a time writes: two files with the same rows would otherwise each create them.
create unique index imports_one_writes on imports (tenant_id, status) where status in ('importing', 'undoing');
create trigger imports_sign before insert on imports for each row execute function sign_row('created_by_id', 'created_by_name');
alter table imports enable always trigger imports_sign;

create table import_records (
  id uuid primary key,
  tenant_id uuid not null,
  import_id uuid not null,
  kind text not null,
  external_key text not null,
  record_id uuid not null,
  is_new boolean not null,
  before jsonb,
  constraint import_records_before check (is_new = (before is null)),
  constraint import_records_import_id_record_id_key unique (import_id, record_id),
  constraint import_records_tenant_id_import_id_fkey foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade on update no action
);
alter table import_records enable row level security, force row level security;
create index import_records_tenant_id_kind_external_key_idx on import_records (tenant_id, kind, external_key);
create index import_records_tenant_id_record_id_idx on import_records (tenant_id, record_id);

create table import_problems (
  id uuid primary key,
  tenant_id uuid not null,
  import_id uuid not null,
  line int not null,
  field text,
  value text,
  message jsonb not null,
  constraint import_problems_line check (line > 0),
  constraint import_problems_tenant_id_import_id_fkey foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade on update no action
);
alter table import_problems enable row level security, force row level security;
create index import_problems_import_id_line_id_idx on import_problems (import_id, line, id);

-- The work of an import is a job of the worker, in the name of the admin who asks for it and added in that transaction. Past the wall,
-- because admins add no jobs.
create function plan_import() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into jobs (id, tenant_id, kind, arguments, due_at)
  values (gen_random_uuid(), new.tenant_id, 'import', jsonb_build_object('importId', new.id, 'userId', app_user()), now());
  return null;
end $$;
create trigger imports_plan after update of status on imports for each row
  when (old.status <> new.status and new.status in ('checking', 'importing', 'undoing')) execute function plan_import();
alter table imports enable always trigger imports_plan;

-- Its page follows the work.
create function tell_live_import() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_notify('oriel_live', json_build_object('tenant', new.tenant_id, 'team', true, 'type', 'import', 'record', new.id)::text);
  return null;
end $$;
create trigger imports_live after update of status, done_rows on imports for each row execute function tell_live_import();
alter table imports enable always trigger imports_live;
