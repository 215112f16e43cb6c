-- The lines of the audit trail are chained: each statement that adds some adds a link, whose hash follows from the link before it
-- and the digests of its lines (docs/decisions/0086-the-audit-trail-is-chained.md).
create table audit_links (
  id uuid not null primary key,
  tenant_id uuid,
  position integer,
  entry_ids uuid[],
  digests bytea not null,
  hash bytea,
  constraint audit_links_position check (position > 0),
  constraint audit_links_whole check ((position is null) = (hash is null) and octet_length(digests) = 32 * cardinality(entry_ids))
);
create unique index audit_links_tenant_id_position_key on audit_links (tenant_id, position);

-- How far the proof of a chain held last. The platform's own chain has no tenant.
create table audit_checks (
  id uuid not null primary key,
  tenant_id uuid,
  checked_at timestamptz(3) not null default current_timestamp,
  fault jsonb,
  held_at timestamptz(3),
  position integer not null default 0,
  hash bytea not null default '\x',
  constraint audit_checks_position check (position >= 0),
  constraint audit_checks_found check (fault is not null or held_at is not null),
  constraint audit_checks_in_calendar check (
    checked_at between timestamptz '1900-01-01 UTC' and timestamptz '2199-12-31 23:59:59.999 UTC'
    and held_at between timestamptz '1900-01-01 UTC' and timestamptz '2199-12-31 23:59:59.999 UTC')
);
create unique index audit_checks_tenant_id_key on audit_checks (tenant_id) nulls not distinct;

alter table audit_links enable row level security, force row level security;
alter table audit_checks enable row level security, force row level security;

-- SHA-256 of the canonical form of a line: every field as `bytes:text,`, a missing one as `-,`, like chain_ledger_entry().
create function audit_digest(entry audit_entries) returns bytea stable language sql set search_path = public, pg_temp as $$
  select sha256(convert_to(string_agg(case when field is null then '-' else octet_length(field) || ':' || field end || ',', '' order by place), 'UTF8'))
    from unnest(array[
      entry.id::text, entry.tenant_id::text, entry.actor_id::text, entry.actor_name, entry.actor_type::text, entry.action,
      entry.record_type, entry.record_id::text, entry.detail::text, entry.via::text, entry.ip, entry.user_agent,
      to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ]) with ordinality as fields (field, place)
$$;

create function link_audit_entries() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into audit_links (id, tenant_id, entry_ids, digests)
    select gen_random_uuid(), tenant_id, array_agg(id order by id), string_agg(audit_digest(added), ''::bytea order by id)
      from added group by tenant_id;
  return null;
end $$;

-- At the end of the transaction, so that writers of one tenant take turns only while they commit and after all their other locks.
create function chain_audit_link() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || coalesce(new.tenant_id::text, ''), 0));
  -- Two statements, because "is not distinct from" uses no index.
  if new.tenant_id is null then
    select position, hash into last from audit_links where tenant_id is null and position is not null order by position desc limit 1;
  else
    select position, hash into last from audit_links where tenant_id = new.tenant_id and position is not null order by position desc limit 1;
  end if;
  update audit_links set position = coalesce(last.position, 0) + 1, hash = sha256(coalesce(last.hash, ''::bytea) || new.digests) where id = new.id;
  return null;
end $$;

-- A link gets its position and hash once; nothing else of it changes.
create function keep_audit_link() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' or old.position is not null
    or (new.id, new.tenant_id, new.entry_ids, new.digests) is distinct from (old.id, old.tenant_id, old.entry_ids, old.digests) then
    raise exception 'audit_links is append-only: % is refused', lower(tg_op) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- Lines of before, in the order in which they were written, 200 to a link.
do $$
declare
  part record;
  before bytea;
  place integer := 0;
  chain uuid;
  first boolean := true;
begin
  for part in
    select tenant_id, array_agg(id order by id) as ids, string_agg(audit_digest(e), ''::bytea order by id) as digests
      from (select a as e, a.id, a.tenant_id, (row_number() over (partition by a.tenant_id order by a.created_at, a.id) - 1) / 200 as chunk from audit_entries a) numbered
      group by tenant_id, chunk order by tenant_id nulls first, chunk
  loop
    if first or part.tenant_id is distinct from chain then
      before := ''::bytea;
      place := 0;
    end if;
    first := false;
    chain := part.tenant_id;
    place := place + 1;
    before := sha256(before || part.digests);
    insert into audit_links (id, tenant_id, position, entry_ids, digests, hash) values (gen_random_uuid(), chain, place, part.ids, part.digests, before);
  end loop;
end $$;

create trigger audit_entries_link after insert on audit_entries referencing new table as added
  for each statement execute function link_audit_entries();
alter table audit_entries enable always trigger audit_entries_link;
create constraint trigger audit_links_chain after insert on audit_links deferrable initially deferred
  for each row when (new.position is null) execute function chain_audit_link();
alter table audit_links enable always trigger audit_links_chain;
create trigger audit_links_keep before update or delete on audit_links for each row execute function keep_audit_link();
alter table audit_links enable always trigger audit_links_keep;
create trigger audit_links_keep_all before truncate on audit_links for each statement execute function refuse_change();
alter table audit_links enable always trigger audit_links_keep_all;
