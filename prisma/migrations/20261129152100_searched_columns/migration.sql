-- What the lists search, folded once per write. A line break, which folded text never contains, separates the columns.
-- The collation C compares bytes: matches need no rules of a language.
alter table tenants add column search_text text collate "C" not null
  generated always as (oriel_fold(name) || E'\n' || oriel_fold(slug)) stored;
alter table users add column search_text text collate "C" not null
  generated always as (oriel_fold(name) || E'\n' || oriel_fold(email)) stored;
alter table clients add column search_text text collate "C" not null
  generated always as (oriel_fold(name)) stored;
alter table projects add column search_text text collate "C" not null
  generated always as (oriel_fold(name) || E'\n' || coalesce(oriel_fold(address), '')) stored;
alter table documents add column search_text text collate "C" not null
  generated always as (oriel_fold(title)) stored;
alter table stored_files add column search_text text collate "C" not null
  generated always as (oriel_fold(file_name)) stored;
