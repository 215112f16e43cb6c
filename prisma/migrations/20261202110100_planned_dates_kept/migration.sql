-- Each phase keeps its baseline: the planned dates with which its project began, or those that the team has set as the plan since.
-- Every later change of a planned date is a row that nobody changes again, written by the database with the change itself.
alter table tenants disable row level security;
alter table projects disable row level security;
alter table phases disable row level security;

-- Whether clients read that history: both the business and the project must show it.
alter table tenants add column date_history_shown boolean not null default true;
alter table projects add column date_history_shown boolean not null default true;
alter table phases add column baseline_start_on date, add column baseline_end_on date;
alter table phases drop constraint phases_in_calendar, add constraint phases_in_calendar check (
  planned_start_on >= '1900-01-01' and planned_start_on < '2200-01-01' and
  planned_end_on >= '1900-01-01' and planned_end_on < '2200-01-01' and
  actual_start_on >= '1900-01-01' and actual_start_on < '2200-01-01' and
  actual_end_on >= '1900-01-01' and actual_end_on < '2200-01-01' and
  baseline_start_on >= '1900-01-01' and baseline_start_on < '2200-01-01' and
  baseline_end_on >= '1900-01-01' and baseline_end_on < '2200-01-01' and
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z' and
  updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
);

create table phase_date_changes (
  id uuid not null,
  tenant_id uuid not null,
  client_id uuid not null,
  project_id uuid not null,
  phase_id uuid not null,
  phase_name text not null,
  kind text not null,
  in_plan boolean not null,
  from_start_on date,
  from_end_on date,
  to_start_on date,
  to_end_on date,
  reason text,
  note text,
  changed_by_id uuid,
  changed_by_name text,
  created_at timestamptz(3) not null default current_timestamp,
  constraint phase_date_changes_pkey primary key (id),
  -- 'baseline': a plan was set; 'move': planned dates changed; 'removal': the phase was removed.
  constraint phase_date_changes_kind check (kind in ('baseline', 'move', 'removal')),
  constraint phase_date_changes_reason check (reason in ('weather', 'supplier', 'client_decision', 'us', 'other')),
  constraint phase_date_changes_note check (note ~ '\S'),
  constraint phase_date_changes_in_calendar check (
    from_start_on >= '1900-01-01' and from_start_on < '2200-01-01' and
    from_end_on >= '1900-01-01' and from_end_on < '2200-01-01' and
    to_start_on >= '1900-01-01' and to_start_on < '2200-01-01' and
    to_end_on >= '1900-01-01' and to_end_on < '2200-01-01' and
    created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
  )
);
create index phase_date_changes_phase_id_created_at_id_idx on phase_date_changes (phase_id, created_at desc, id);
create index phase_date_changes_project_id_created_at_id_idx on phase_date_changes (project_id, created_at desc, id);
alter table phase_date_changes
  add constraint phase_date_changes_tenant_id_client_id_project_id_fkey foreign key (tenant_id, client_id, project_id)
    references projects (tenant_id, client_id, id) on delete restrict on update no action,
  add constraint phase_date_changes_tenant_id_changed_by_id_fkey foreign key (tenant_id, changed_by_id)
    references users (tenant_id, id) on delete restrict on update no action;
create trigger phase_date_changes_append_only before update or delete or truncate on phase_date_changes
  for each statement execute function refuse_change();
alter table phase_date_changes enable always trigger phase_date_changes_append_only;

-- Gives a phase its baseline: each planned date counts from the beginning of the project, or as soon as it is known. The team may
-- set a baseline to the dates planned at that time, with a reason (the setting app.date_reason of the transaction).
create function plan_phase() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  begun boolean := exists (select from projects p where p.id = new.project_id and p.status in ('active', 'on_hold', 'completed'));
begin
  if tg_op = 'INSERT' then
    new.baseline_start_on := null;
    new.baseline_end_on := null;
  else
    if (new.baseline_start_on is distinct from old.baseline_start_on and new.baseline_start_on is distinct from new.planned_start_on)
      or (new.baseline_end_on is distinct from old.baseline_end_on and new.baseline_end_on is distinct from new.planned_end_on) then
      raise exception 'a baseline is what is planned at its time' using errcode = 'check_violation';
    end if;
    if coalesce(current_setting('app.date_reason', true), '') = '' and (
      (old.baseline_start_on is not null and new.baseline_start_on is distinct from old.baseline_start_on)
      or (old.baseline_end_on is not null and new.baseline_end_on is distinct from old.baseline_end_on)) then
      raise exception 'a new baseline needs a reason' using errcode = 'check_violation';
    end if;
  end if;
  if begun then
    new.baseline_start_on := coalesce(new.baseline_start_on, new.planned_start_on);
    new.baseline_end_on := coalesce(new.baseline_end_on, new.planned_end_on);
  end if;
  return new;
end $$;
create trigger phases_plan before insert or update on phases for each row execute function plan_phase();
alter table phases enable always trigger phases_plan;

-- A project that begins gives its phases their baseline.
create function plan_project() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update phases f set baseline_start_on = coalesce(baseline_start_on, planned_start_on), baseline_end_on = coalesce(baseline_end_on, planned_end_on)
    where f.project_id = new.id and (
      (baseline_start_on is null and planned_start_on is not null) or (baseline_end_on is null and planned_end_on is not null));
  return null;
end $$;
create trigger projects_plan after update of status on projects for each row
  when (old.status is distinct from new.status and new.status in ('active', 'on_hold', 'completed')) execute function plan_project();
alter table projects enable always trigger projects_plan;

-- Keeps what became of planned dates. It acts past the wall, because nobody else adds a row. Reason and note are settings of the
-- transaction. The time is the database's, except in imported history: that of people who never had a session or a token.
create function keep_planned_dates() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  me uuid := app_user();
  imported boolean := not exists (select from sessions where user_id = me) and not exists (select from api_tokens where user_id = me);
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  place phases := case when tg_op = 'DELETE' then old else new end;
  line phase_date_changes;
begin
  if imported then
    moment := coalesce(nullif(current_setting('app.date_changed_at', true), '')::timestamptz, case when tg_op = 'INSERT' then place.created_at end, moment);
  end if;
  line.tenant_id := place.tenant_id;
  line.client_id := place.client_id;
  line.project_id := place.project_id;
  line.phase_id := place.id;
  line.phase_name := place.name;
  line.reason := nullif(current_setting('app.date_reason', true), '');
  line.note := nullif(current_setting('app.date_note', true), '');
  select u.id, u.name into line.changed_by_id, line.changed_by_name from users u where u.id = me and u.tenant_id = place.tenant_id;
  line.created_at := moment;
  if tg_op = 'DELETE' then
    line.in_plan := old.baseline_start_on is not null or old.baseline_end_on is not null;
    if line.in_plan then
      line.id := gen_random_uuid();
      line.kind := 'removal';
      line.from_start_on := old.planned_start_on;
      line.from_end_on := old.planned_end_on;
      insert into phase_date_changes values (line.*);
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and (new.planned_start_on, new.planned_end_on) is distinct from (old.planned_start_on, old.planned_end_on) then
    line.id := gen_random_uuid();
    line.kind := 'move';
    line.in_plan := (old.baseline_start_on is not null and new.planned_start_on is distinct from old.planned_start_on)
      or (old.baseline_end_on is not null and new.planned_end_on is distinct from old.planned_end_on);
    line.from_start_on := old.planned_start_on;
    line.from_end_on := old.planned_end_on;
    line.to_start_on := new.planned_start_on;
    line.to_end_on := new.planned_end_on;
    insert into phase_date_changes values (line.*);
  end if;
  if (tg_op = 'INSERT' and (new.baseline_start_on is not null or new.baseline_end_on is not null))
    or (tg_op = 'UPDATE' and (new.baseline_start_on, new.baseline_end_on) is distinct from (old.baseline_start_on, old.baseline_end_on)) then
    line.id := gen_random_uuid();
    line.kind := 'baseline';
    line.in_plan := true;
    line.from_start_on := case when tg_op = 'UPDATE' then old.baseline_start_on end;
    line.from_end_on := case when tg_op = 'UPDATE' then old.baseline_end_on end;
    line.to_start_on := new.baseline_start_on;
    line.to_end_on := new.baseline_end_on;
    insert into phase_date_changes values (line.*);
  end if;
  return null;
end $$;
create trigger phases_keep_planned_dates after insert or update or delete on phases for each row execute function keep_planned_dates();
alter table phases enable always trigger phases_keep_planned_dates;

-- The phases of today have today's plan.
update phases f set baseline_start_on = planned_start_on, baseline_end_on = planned_end_on
  from projects p where p.id = f.project_id and p.status in ('active', 'on_hold', 'completed') and (planned_start_on is not null or planned_end_on is not null);

alter table phase_date_changes enable row level security, force row level security;
alter table phases enable row level security;
alter table projects enable row level security;
alter table tenants enable row level security;
