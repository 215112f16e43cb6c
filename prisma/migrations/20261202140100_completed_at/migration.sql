-- When the status of a phase became completed: the date of its end may be entered long after it, and is new to the client all the same.
alter table phases add column completed_at timestamptz(3);

-- The owner is held by the wall too.
alter table phases disable row level security;
update phases set completed_at = least(coalesce(actual_end_on::timestamp at time zone 'UTC', updated_at), now()) where status = 'completed';
alter table phases enable row level security;
alter table phases add constraint phases_completed_at_when_complete check ((status = 'completed') = (completed_at is not null));

alter table phases drop constraint phases_in_calendar, add constraint phases_in_calendar check (
  planned_start_on >= '1900-01-01' and planned_start_on < '2200-01-01' and planned_end_on >= '1900-01-01' and planned_end_on < '2200-01-01'
  and actual_start_on >= '1900-01-01' and actual_start_on < '2200-01-01' and actual_end_on >= '1900-01-01' and actual_end_on < '2200-01-01'
  and baseline_start_on >= '1900-01-01' and baseline_start_on < '2200-01-01' and baseline_end_on >= '1900-01-01' and baseline_end_on < '2200-01-01'
  and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
  and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
  and completed_at >= '1900-01-01T00:00:00Z' and completed_at < '2200-01-01T00:00:00Z');

-- Stamped here, so that no way of completing a phase can forget it. A phase that comes in complete was completed on its last day.
create function stamp_completed_at() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if new.status <> 'completed' then
    new.completed_at := null;
  elsif tg_op = 'INSERT' then
    new.completed_at := coalesce(new.completed_at, least(new.actual_end_on::timestamp at time zone 'UTC', now()));
  elsif old.status <> 'completed' then
    new.completed_at := now();
  end if;
  return new;
end $$;
create trigger phases_completed_at before insert or update of status on phases for each row execute function stamp_completed_at();
alter table phases enable always trigger phases_completed_at;
