-- What clients see of the hours of a project: 'entries' all of each, 'totals' dates and minutes without person and description,
-- 'hidden' nothing. Each entry carries the choice of its project, kept true by the foreign key, so that the columns and the
-- policy for clients follow from its own row.
alter table projects disable row level security;
alter table time_entries disable row level security;

alter table projects add column hours_shown text not null default 'entries'
  constraint projects_hours_shown check (hours_shown in ('entries', 'totals', 'hidden'));
create unique index projects_tenant_id_client_id_id_hours_shown_key on projects (tenant_id, client_id, id, hours_shown);

alter table time_entries add column hours_shown text not null default 'entries',
  add column shown_client_id uuid generated always as (case when hours_shown <> 'hidden' then client_id end) stored,
  add column shown_description text generated always as (case when hours_shown = 'entries' then description end) stored,
  add column shown_name text generated always as (case when hours_shown = 'entries' then user_name end) stored,
  drop constraint time_entries_tenant_id_client_id_project_id_fkey,
  add constraint time_entries_tenant_id_client_id_project_id_hours_shown_fkey foreign key (tenant_id, client_id, project_id, hours_shown)
    references projects (tenant_id, client_id, id, hours_shown) on delete restrict on update cascade;
drop index time_entries_client_id_worked_on_id_idx;
create index time_entries_shown_client_id_worked_on_id_idx on time_entries (shown_client_id, worked_on desc, id);
create index time_entries_user_id_worked_on_id_idx on time_entries (user_id, worked_on desc, id);

alter table projects enable row level security;
alter table time_entries enable row level security;
