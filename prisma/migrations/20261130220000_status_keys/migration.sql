-- States as text. Under row security the comparison of an enum uses no index, that of a text does.
alter table documents add column status_key text collate "C" not null generated always as (
  case status when 'draft' then 'draft' when 'pending' then 'pending' when 'approved' then 'approved' when 'published' then 'published'
    when 'rejected' then 'rejected' end) stored;
alter table projects add column status_key text collate "C" not null generated always as (
  case status when 'planned' then 'planned' when 'active' then 'active' when 'on_hold' then 'on_hold' when 'completed' then 'completed'
    when 'cancelled' then 'cancelled' end) stored;
alter table photos add column visibility_key text collate "C" not null generated always as (
  case visibility when 'internal' then 'internal' when 'client' then 'client' when 'public' then 'public' end) stored;
