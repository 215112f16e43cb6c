-- The private address of a person's calendar is a token that opens nothing else.
alter table api_tokens disable row level security;
alter table api_tokens add column purpose text not null default 'api' constraint api_tokens_purpose check (purpose in ('api', 'calendar'));
alter table api_tokens enable row level security;

-- How often what a calendar shows of a phase was changed: its SEQUENCE (RFC 5545, 3.8.7.4), which only grows.
alter table phases disable row level security;
alter table phases add column revision integer not null default 0;
alter table phases enable row level security;
create function count_revision() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.revision := old.revision;
  if (new.name, new.planned_start_on, new.planned_end_on) is distinct from (old.name, old.planned_start_on, old.planned_end_on) then
    new.revision := old.revision + 1;
  end if;
  return new;
end $$;
create trigger phases_count_revision before update on phases for each row execute function count_revision();
alter table phases enable always trigger phases_count_revision;
