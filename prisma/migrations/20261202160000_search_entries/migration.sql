-- What people search for: the words of each record, once for whom may find it (decision 84). Triggers keep it; functions alone read it.

-- ── Words ──
-- What divides the words of a folded text: everything but letters, digits and marks of other scripts, whatever the locale.
create function search_dividers() returns text immutable parallel safe set search_path = public, pg_temp language sql as $$
  select '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+'
$$;

create function search_words(folded text) returns text[] immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  select coalesce(array_agg(distinct left(w, 40)), '{}') from unnest(regexp_split_to_array(folded, search_dividers())) w where w <> ''
$$;

-- The short name of a place: the records of one kind that one scope finds. It precedes every word, so that an index entry holds the
-- records of one place, and what others have written neither shows nor costs time. Two places with one name are told apart by their columns.
create function search_place(scope uuid, kind text) returns text immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  select substr(encode(decode(md5(scope::text || kind), 'hex'), 'base64'), 1, 6)
$$;

-- A word and what is left of it without one of its letters: two words that differ by one letter, or by two neighbours in the wrong
-- order, have one of these in common. Short words and numbers have none.
create function search_variants(word text) returns text[] immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  select case when length(word) between 4 and 16 and word !~ '[0-9]'
    then array(select word union select overlay(word placing '' from n for 1) from generate_series(1, length(word)) n) else '{}' end
$$;

-- The variants of the first eight words of a title in a place, as integers for the index.
create function search_slips(place text, words text[]) returns int[] immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  select array(select distinct ('x' || substr(md5(place || v), 1, 8))::bit(32)::int from unnest(words[1:8]) w, unnest(search_variants(w)) v)
$$;

-- ── The table ──
create table search_entries (
  scope_id uuid not null,
  kind text collate "C" not null,
  record_id uuid not null,
  tenant_id uuid not null references tenants (id) on delete restrict on update no action,
  dated_at timestamptz(3) not null,
  title text collate "C" not null,
  words tsvector not null default ''::tsvector,
  slips int[] not null,
  primary key (record_id, kind, scope_id),
  constraint search_entries_in_calendar check (dated_at >= '1900-01-01T00:00:00Z' and dated_at < '2200-01-01T00:00:00Z')
);
create index search_entries_scope_id_kind_dated_at_record_id_idx on search_entries (scope_id, kind, dated_at desc, record_id);
-- Without the list of pending entries, which every search would read.
create index search_entries_words_idx on search_entries using gin (words) with (fastupdate = off);
create index search_entries_slips_idx on search_entries using gin (slips) with (fastupdate = off);

-- ── What is searched ──
-- One row per record and scope. A scope is a tenant for its team, a client for its people, or one of these people for their own tickets.
create function search_sources(of_kind text, ids uuid[]) returns table (scope uuid, record uuid, tenant uuid, dated timestamptz, number text, title text, body text)
  stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql as $$
begin
  case of_kind
  when 'project' then
    return query select s.scope, p.id, p.tenant_id, p.created_at, null::text, p.name, concat_ws(' ', p.address, p.description)
      from projects p, lateral (values (p.tenant_id), (p.client_id)) s (scope) where p.id = any (ids);
  when 'phase' then
    return query select s.scope, p.id, p.tenant_id, coalesce(p.planned_start_on::timestamp at time zone 'UTC', p.created_at), null::text, p.name, ''
      from phases p, lateral (values (p.tenant_id), (p.client_id)) s (scope) where p.id = any (ids);
  when 'document' then
    return query select s.scope, d.id, d.tenant_id, coalesce(d.published_at, d.created_at), null::text, d.title,
        (select string_agg(f.file_name, ' ') from document_versions v join stored_files f on f.id = v.file_id
          where v.document_id = d.id and (s.scope = d.tenant_id or v.id = d.published_version_id))
      from documents d, lateral (values (d.tenant_id), (case when d.published_version_id is not null then d.client_id end)) s (scope) where d.id = any (ids);
  when 'photo' then
    return query select s.scope, g.id, g.tenant_id, coalesce(g.taken_at, g.created_at), null::text, g.caption, ''
      from photos g, lateral (values (g.tenant_id), (case when g.visibility = 'client' then g.client_id end)) s (scope) where g.id = any (ids);
  when 'update' then
    return query select s.scope, u.id, u.tenant_id, u.posted_on::timestamp at time zone 'UTC', null::text, u.title, u.body
      from project_updates u, lateral (values (u.tenant_id), (case when u.published_at is not null then u.client_id end)) s (scope) where u.id = any (ids);
  when 'ticket' then
    return query select s.scope, t.id, t.tenant_id, t.created_at, t.number::text, t.subject, concat_ws(' ', t.client_user_name, t.body)
      from support_tickets t, lateral (values (t.tenant_id), (t.client_user_id)) s (scope) where t.id = any (ids);
  when 'message' then
    return query select s.scope, m.id, m.tenant_id, m.created_at, null::text, ''::text, m.body
      from ticket_messages m, lateral (values (m.tenant_id), (m.client_user_id)) s (scope) where m.id = any (ids);
  when 'note' then
    return query select n.tenant_id, n.id, n.tenant_id, n.created_at, null::text, ''::text, n.body from ticket_notes n where n.id = any (ids);
  when 'invoice' then
    return query select s.scope, i.id, i.tenant_id, coalesce(i.issued_on::timestamp at time zone 'UTC', i.created_at), i.number, ''::text,
        concat_ws(' ', (select string_agg(l.description, ' ' order by l.position) from invoice_lines l where l.invoice_id = i.id), i.notes)
      from invoices i, lateral (values (i.tenant_id), (case when i.status <> 'draft' then i.client_id end)) s (scope) where i.id = any (ids);
  when 'credit_note' then
    return query select s.scope, c.id, c.tenant_id, c.issued_on::timestamp at time zone 'UTC', c.number, ''::text,
        concat_ws(' ', c.reason, (select string_agg(l.description, ' ' order by l.position) from credit_note_lines l where l.credit_note_id = c.id))
      from credit_notes c, lateral (values (c.tenant_id), (c.client_id)) s (scope) where c.id = any (ids);
  when 'time_entry' then
    return query select s.scope, e.id, e.tenant_id, e.worked_on::timestamp at time zone 'UTC', null::text, s.said, ''
      from time_entries e, lateral (values (e.tenant_id, e.description), (e.shown_client_id, e.shown_description)) s (scope, said) where e.id = any (ids);
  when 'client' then
    return query select c.tenant_id, c.id, c.tenant_id, c.created_at, null::text, c.name, concat_ws(' ', c.email, c.phone, c.address, c.tax_number)
      from clients c where c.id = any (ids);
  when 'person' then
    return query select u.tenant_id, u.id, u.tenant_id, u.created_at, null::text, u.name, concat_ws(' ', u.email, u.phone) from users u where u.id = any (ids);
  end case;
end $$;

-- Writes the entries of these records anew, as far as they changed, and removes those of records and scopes that are no more. In one
-- statement and without the functions above, whose calls would cost more than their work. A text is found by its words, by those with
-- an apostrophe or hyphen as one word (oneill, email), and by numbers without leading zeros; a number also by its exact form as printed,
-- its last digits, and these without leading zeros. The variants of misspelt words are those of search_slips. (`offset 0` keeps the
-- planner from computing a part again for each word; it plans once for few records and many.)
create function index_records(of_kind text, ids uuid[]) returns void
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_nestloop = off language plpgsql as $$
begin
  with sources as materialized (
    select scope, record, tenant, dated, s.number, coalesce(left(s.title, 500), '') as title, coalesce(left(s.body, 50000), '') as body
      from search_sources(of_kind, ids) s where scope is not null
  ), folded as materialized (
    select record, s.number, title, body, oriel_fold(s.number) as exact, oriel_fold(title) as named, oriel_fold(body) as said
      from (select distinct record, s.number, title, body from sources s) s
  ), worded as materialized (
    select record, f.number, title, body, named, of_title, of_body, exact_forms, case
        when of_kind in ('project', 'phase', 'document', 'photo', 'update', 'ticket', 'client', 'person') then array(
          select distinct v from unnest(of_title[1:8]) w, generate_series(0, length(w)) n, lateral (select case n when 0 then w else overlay(w placing '' from n for 1) end as v) x
          where length(w) between 4 and 16 and w !~ '[0-9]') else '{}' end as variants
    from folded f,
      lateral (select concat_ws(' ', exact, named) as head, coalesce(substring(exact from '([0-9]+)[^0-9]*$'), '') as digits offset 0) h,
      lateral (select array(
        select w from (select distinct left(w, 40) as w from unnest(regexp_split_to_array(head, search_dividers()) || case when head ~ '[''-]' then regexp_split_to_array(translate(head, '''-', ''), search_dividers()) end) w
        ) w where w <> '' union select ltrim(w, '0') from unnest(regexp_split_to_array(head, search_dividers())) w where w ~ '^0+[1-9][0-9]*$') as of_title offset 0) t,
      lateral (select array(
        select w from (select distinct left(w, 40) as w from unnest(regexp_split_to_array(said, search_dividers()) || case when said ~ '[''-]' then regexp_split_to_array(translate(said, '''-', ''), search_dividers()) end) w
        ) w where w <> '' union select ltrim(w, '0') from unnest(regexp_split_to_array(said, search_dividers())) w where w ~ '^0+[1-9][0-9]*$') as of_body offset 0) b,
      lateral (select array(select distinct n from unnest(array[exact, digits, ltrim(digits, '0')]) n where n <> '') as exact_forms) e
  ), found as materialized (
    select s.scope, s.record, s.tenant, s.dated, w.named as title,
      array_to_tsvector(array(select place || t from unnest(of_title || of_body) t union all select place || '^' || t from unnest(of_title) t union all select place || '=' || t from unnest(exact_forms) t)) as words,
      array(select distinct ('x' || substr(md5(place || v), 1, 8))::bit(32)::int from unnest(variants) v) as slips
    from sources s join worded w on w.record = s.record and w.title = s.title and w.body = s.body and w.number is not distinct from s.number,
      lateral (select search_place(s.scope, of_kind) as place offset 0) p
    where cardinality(of_title || of_body) > 0
  ), gone as (
    delete from search_entries e where e.record_id = any (ids) and e.kind = of_kind and not exists (select from found f where f.record = e.record_id and f.scope = e.scope_id)
  )
  insert into search_entries as e (scope_id, kind, record_id, tenant_id, dated_at, title, words, slips)
    select scope, of_kind, record, tenant, dated, title, words, slips from found
    on conflict (record_id, kind, scope_id) do update set dated_at = excluded.dated_at, title = excluded.title, words = excluded.words, slips = excluded.slips
      where (e.dated_at, e.title, e.words) is distinct from (excluded.dated_at, excluded.title, excluded.words);
end $$;

-- The trigger of every table that is searched: its arguments are the kind of record and the column that names it.
create function index_changed() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  ids uuid[];
begin
  execute format('select array(select distinct %1$I from changed where %1$I is not null)', tg_argv[1]) into ids;
  if cardinality(ids) > 0 then
    perform index_records(tg_argv[0], ids);
  end if;
  return null;
end $$;

do $$
declare
  source record;
begin
  for source in select * from (values
    ('projects', 'project', 'id'), ('phases', 'phase', 'id'), ('documents', 'document', 'id'), ('document_versions', 'document', 'document_id'),
    ('photos', 'photo', 'id'), ('project_updates', 'update', 'id'), ('support_tickets', 'ticket', 'id'), ('ticket_messages', 'message', 'id'),
    ('ticket_notes', 'note', 'id'), ('invoices', 'invoice', 'id'), ('invoice_lines', 'invoice', 'invoice_id'), ('credit_notes', 'credit_note', 'id'),
    ('credit_note_lines', 'credit_note', 'credit_note_id'), ('time_entries', 'time_entry', 'id'), ('clients', 'client', 'id'), ('users', 'person', 'id')
  ) as sources (of_table, kind, named_by) loop
    execute format('create trigger %1$I after insert on %2$I referencing new table as changed for each statement execute function index_changed(%3$L, %4$L)',
      source.of_table || '_searched_insert', source.of_table, source.kind, source.named_by);
    execute format('create trigger %1$I after update on %2$I referencing new table as changed for each statement execute function index_changed(%3$L, %4$L)',
      source.of_table || '_searched_update', source.of_table, source.kind, source.named_by);
    execute format('create trigger %1$I after delete on %2$I referencing old table as changed for each statement execute function index_changed(%3$L, %4$L)',
      source.of_table || '_searched_delete', source.of_table, source.kind, source.named_by);
  end loop;
end $$;

-- ── What is there already ──
do $$
declare
  source record;
  ids uuid[];
begin
  for source in select * from (values ('projects', 'project'), ('phases', 'phase'), ('documents', 'document'), ('photos', 'photo'), ('project_updates', 'update'),
    ('support_tickets', 'ticket'), ('ticket_messages', 'message'), ('ticket_notes', 'note'), ('invoices', 'invoice'), ('credit_notes', 'credit_note'),
    ('time_entries', 'time_entry'), ('clients', 'client'), ('users', 'person'), ('document_versions', ''), ('stored_files', ''), ('invoice_lines', ''),
    ('credit_note_lines', '')) as sources (of_table, kind) loop
    execute format('alter table %I disable row level security', source.of_table);
  end loop;
  for source in select * from (values ('projects', 'project'), ('phases', 'phase'), ('documents', 'document'), ('photos', 'photo'), ('project_updates', 'update'),
    ('support_tickets', 'ticket'), ('ticket_messages', 'message'), ('ticket_notes', 'note'), ('invoices', 'invoice'), ('credit_notes', 'credit_note'),
    ('time_entries', 'time_entry'), ('clients', 'client'), ('users', 'person')) as sources (of_table, kind) loop
    execute format('select array(select id from %I)', source.of_table) into ids;
    perform index_records(source.kind, ids);
  end loop;
  for source in select relname from pg_class where relname in ('projects', 'phases', 'documents', 'photos', 'project_updates', 'support_tickets', 'ticket_messages',
    'ticket_notes', 'invoices', 'credit_notes', 'time_entries', 'clients', 'users', 'document_versions', 'stored_files', 'invoice_lines', 'credit_note_lines')
    and relnamespace = 'public'::regnamespace loop
    execute format('alter table %I enable row level security', source.relname);
  end loop;
end $$;
