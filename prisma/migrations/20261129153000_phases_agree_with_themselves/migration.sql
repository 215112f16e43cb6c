-- Completed is the same as 100 percent, only a completed phase has an actual end, and only a begun one an actual start.
-- The owner is held by row security too.
alter table phases disable row level security;
update phases set status = 'completed' where percent = 100 and status <> 'completed';
update phases set actual_end_on = null where status <> 'completed' and actual_end_on is not null;
update phases set actual_start_on = null where status = 'not_started' and actual_start_on is not null;
alter table phases enable row level security;

alter table phases
  add constraint phases_100_is_completed check (percent <> 100 or status = 'completed'),
  add constraint phases_open_has_no_end check (actual_end_on is null or status = 'completed'),
  add constraint phases_not_started_has_no_start check (actual_start_on is null or status <> 'not_started');
