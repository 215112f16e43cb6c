-- A business may limit how long its audit trail is kept. Older lines are sealed into a signed file before they go (docs/decisions/0091).
alter table tenants
  add column audit_retention_years integer,
  add constraint tenants_audit_retention check (audit_retention_years between 1 and 10);

create table audit_archives (
  id uuid not null,
  tenant_id uuid not null,
  storage_key text not null,
  number integer,
  first_position integer,
  last_position integer,
  before_hash bytea,
  last_hash bytea,
  line_count integer,
  first_at timestamptz(3),
  last_at timestamptz(3),
  byte_size bigint,
  sha256 bytea,
  public_key bytea,
  created_at timestamptz(3) not null default current_timestamp,
  sealed_at timestamptz(3),
  constraint audit_archives_pkey primary key (id),
  constraint audit_archives_tenant_id_fkey foreign key (tenant_id) references tenants (id) on delete restrict on update no action,
  constraint audit_archives_sealed check (sealed_at is null or (number > 0 and first_position > 0 and last_position >= first_position
    and before_hash is not null and octet_length(last_hash) = 32 and line_count > 0 and first_at is not null and last_at is not null
    and byte_size > 0 and octet_length(sha256) = 32 and public_key is not null)),
  constraint audit_archives_in_calendar check (
    first_at >= '1900-01-01T00:00:00Z' and first_at < '2200-01-01T00:00:00Z' and last_at >= '1900-01-01T00:00:00Z' and last_at < '2200-01-01T00:00:00Z'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and sealed_at >= '1900-01-01T00:00:00Z' and sealed_at < '2200-01-01T00:00:00Z')
);
create unique index audit_archives_storage_key_key on audit_archives (storage_key);
create unique index audit_archives_tenant_id_number_key on audit_archives (tenant_id, number);
create unique index audit_archives_tenant_id_first_position_key on audit_archives (tenant_id, first_position);
create index audit_archives_tenant_id_created_at_id_idx on audit_archives (tenant_id, created_at desc, id);
alter table audit_archives enable row level security, force row level security;

-- A sealed archive is all that is left of its lines: its row never changes and never goes.
create function keep_audit_archive() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if old.sealed_at is not null then
    raise exception 'audit_archives: a sealed archive stays as it is' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger audit_archives_keep before update or delete on audit_archives for each row execute function keep_audit_archive();
alter table audit_archives enable always trigger audit_archives_keep;
create trigger audit_archives_keep_all before truncate on audit_archives for each statement execute function refuse_change();
alter table audit_archives enable always trigger audit_archives_keep_all;

-- Lines go only by the functions of the definer, and only while a sealed archive covers their link; everything else stays refused, for
-- the owner and replicas too.
drop trigger audit_entries_append_only on audit_entries;
create trigger audit_entries_append_only before update or truncate on audit_entries for each statement execute function refuse_change();
alter table audit_entries enable always trigger audit_entries_append_only;
create trigger audit_entries_keep_all before delete on audit_entries for each statement
  when (current_user <> 'oriel_definer') execute function refuse_change();
alter table audit_entries enable always trigger audit_entries_keep_all;
create function keep_unsealed_lines() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (
    select id from removed
    except
    select unnest(l.entry_ids) from audit_archives a
      join audit_links l on l.tenant_id = a.tenant_id and l.position between a.first_position and a.last_position
      where a.sealed_at is not null) then
    raise exception 'audit_entries is append-only: delete is refused' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger audit_entries_keep_unsealed after delete on audit_entries referencing old table as removed
  for each statement execute function keep_unsealed_lines();
alter table audit_entries enable always trigger audit_entries_keep_unsealed;

-- A link goes after its lines, and only under a sealed archive.
create or replace function keep_audit_link() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and exists (
    select from audit_archives a where a.tenant_id = old.tenant_id and a.sealed_at is not null
      and old.position between a.first_position and a.last_position)
    and not exists (select from audit_entries e where e.id = any (old.entry_ids)) then
    return old;
  end if;
  if tg_op <> 'UPDATE' or old.position is not null
    or (new.id, new.tenant_id, new.entry_ids, new.digests) is distinct from (old.id, old.tenant_id, old.entry_ids, old.digests) then
    raise exception 'audit_links is append-only: % is refused', lower(tg_op) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
