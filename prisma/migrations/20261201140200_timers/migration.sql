-- The running timer of a person, one at most: a row, so that it outlives the page and the session.
create table work_timers (
  user_id uuid not null,
  tenant_id uuid not null,
  client_id uuid not null,
  project_id uuid not null,
  description text not null,
  billable boolean not null default true,
  started_at timestamptz(3) not null default current_timestamp,
  constraint work_timers_pkey primary key (user_id),
  constraint work_timers_tenant_id_user_id_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade on update no action,
  constraint work_timers_tenant_id_client_id_project_id_fkey foreign key (tenant_id, client_id, project_id)
    references projects (tenant_id, client_id, id) on delete cascade on update cascade,
  constraint work_timers_in_calendar check (started_at >= '1900-01-01T00:00:00Z' and started_at < '2200-01-01T00:00:00Z')
);
create unique index work_timers_tenant_id_user_id_key on work_timers (tenant_id, user_id);
create index work_timers_project_id_idx on work_timers (project_id);
