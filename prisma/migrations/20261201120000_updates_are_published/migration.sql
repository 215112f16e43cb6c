-- An update is a draft until it is published; a published one stays, and a later change of it is marked as a correction. The weekly
-- report of a project is an update too; a job drafts it, so that it has no author.
alter table project_updates
  add column published_at timestamptz(3),
  add column corrected_at timestamptz(3),
  add column phase_id uuid,
  add column week_on date,
  alter column author_id drop not null,
  add constraint project_updates_tenant_id_client_id_project_id_phase_id_fkey foreign key (tenant_id, client_id, project_id, phase_id)
    references phases (tenant_id, client_id, project_id, id) on delete set null (phase_id) on update cascade,
  add constraint project_updates_author check (author_id is not null or week_on is not null),
  add constraint project_updates_corrected check (corrected_at is null or published_at is not null),
  -- Monday, ISO 8601.
  add constraint project_updates_week check (extract(isodow from week_on) = 1);

-- Every update so far was published when it was written.
alter table project_updates disable row level security;
update project_updates set published_at = created_at;
alter table project_updates enable row level security;

alter table project_updates drop constraint project_updates_in_calendar;
alter table project_updates add constraint project_updates_in_calendar check (
  posted_on >= '1900-01-01' and posted_on < '2200-01-01' and
  week_on >= '1900-01-01' and week_on < '2200-01-01' and
  published_at >= '1900-01-01T00:00:00Z' and published_at < '2200-01-01T00:00:00Z' and
  corrected_at >= '1900-01-01T00:00:00Z' and corrected_at < '2200-01-01T00:00:00Z' and
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z' and
  updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
);

create index project_updates_phase_id_idx on project_updates (phase_id);
create unique index project_updates_project_id_week_on_key on project_updates (project_id, week_on);
create index project_updates_drafts_idx on project_updates (tenant_id, created_at desc, id) where published_at is null;

-- A published update is never a draft again, and its time stays, because clients may have read and answered it.
create function keep_published_update() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if old.published_at is not null and new.published_at is distinct from old.published_at then
    raise exception 'a published update stays published' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger project_updates_stay_published before update on project_updates for each row execute function keep_published_update();
alter table project_updates enable always trigger project_updates_stay_published;
