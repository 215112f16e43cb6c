-- ── search_entries ──
-- No role reads or writes the words of records: triggers keep them, and search_found gives ids of the actor's own scopes, whose
-- records are then read under their own policies. Writing reads records of the tenant, or of all where a migration or a job of
-- the database's owner writes without one.
grant select, insert, delete, update (dated_at, title, words, slips) on search_entries to oriel_definer;
create policy search_entries_definer on search_entries to oriel_definer using (true);
grant select (id, tenant_id, client_id, name, address, description, created_at) on projects to oriel_definer;
grant select (planned_start_on, created_at) on phases to oriel_definer;
grant select (created_at) on documents to oriel_definer;
grant select (id) on document_versions to oriel_definer;
grant select (caption, taken_at, created_at) on photos to oriel_definer;
grant select (body, posted_on) on project_updates to oriel_definer;
grant select (body, created_at) on support_tickets to oriel_definer;
grant select (id, client_user_id, body, created_at) on ticket_messages to oriel_definer;
grant select (id, body, created_at) on ticket_notes to oriel_definer;
grant select (notes, created_at) on invoices to oriel_definer;
grant select (tenant_id, invoice_id, position, description) on invoice_lines to oriel_definer;
grant select (id, tenant_id, client_id, reason) on credit_notes to oriel_definer;
grant select (tenant_id, credit_note_id, position, description) on credit_note_lines to oriel_definer;
grant select (id, description, shown_description) on time_entries to oriel_definer;
grant select (name, email, phone, address, tax_number, created_at) on clients to oriel_definer;
grant select (email, phone, created_at) on users to oriel_definer;
create policy phases_definer_search on phases for select to oriel_definer using ((select app_tenant()) is null);
create policy project_updates_definer_search on project_updates for select to oriel_definer using ((select app_tenant()) is null);
create policy invoices_definer_search on invoices for select to oriel_definer using (tenant_id = (select app_tenant()) or (select app_tenant()) is null);
create policy invoice_lines_definer on invoice_lines for select to oriel_definer using (tenant_id = (select app_tenant()) or (select app_tenant()) is null);
create policy credit_notes_definer_search on credit_notes for select to oriel_definer using (tenant_id = (select app_tenant()) or (select app_tenant()) is null);
create policy credit_note_lines_definer on credit_note_lines for select to oriel_definer using (tenant_id = (select app_tenant()) or (select app_tenant()) is null);

-- ── Questions ──
-- All of these words in a place, each from its start.
create or replace function search_all(place text, asked text[]) returns tsquery immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  select string_agg('''' || place || w || ''':*', ' & ')::tsquery from unnest(asked) w
$$;

-- A number as printed, whose characters a query may have to quote.
create or replace function search_exactly(place text, number text) returns tsquery immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  select ('''' || replace(replace(place || '=' || number, '\', '\\'), '''', '''''') || '''')::tsquery
$$;

-- Where a role finds each kind: people of a client in their client and in their own tickets, the team in its tenant, and staff neither
-- money nor people.
create or replace function search_scopes(acting text, kinds text[]) returns table (kind text, scope uuid, place text)
  stable rows 13 set search_path = public, pg_temp language sql as $$
  select kind, scope, search_place(scope, kind) from unnest(kinds) as kind, lateral (select case
      when acting <> 'oriel_client' then case when acting = 'oriel_admin' or kind not in ('invoice', 'credit_note', 'person') then app_tenant() end
      when kind in ('ticket', 'message') then app_user()
      when kind not in ('note', 'client', 'person') then app_client() end as scope offset 0) s where scope is not null
$$;

-- The words that fewer than 3 of the newest 50 entries of a place have, as one question; null where every word is a common one.
create or replace function search_seldom(scope uuid, of_kind text, place text, asked text[]) returns tsquery
  stable set search_path = public, pg_temp language sql as $$
  select search_all(place, array_agg(word) filter (where hits < 3)) from (
    select word, count(*) filter (where e.words @@ question) as hits
    from (select w as word, search_all(place, array[w]) as question from unnest(asked) w offset 0) one,
      (select words from search_entries where scope_id = scope and kind = of_kind order by dated_at desc, record_id limit 50) e
    group by word) counted
$$;

-- Records whose title has one misspelt word of the question, and all its other words.
create or replace function search_misspelt(acting text, kinds text[], asked text[], most int) returns table (kind text, record_id uuid, rank int, dated_at timestamptz)
  stable set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
begin
  return query
    select s.kind, f.record_id, 3, f.dated_at
    from search_scopes(acting, kinds) s cross join unnest(asked) word
      cross join lateral (select search_slips(s.place, array[word]) as slips, search_all(s.place, array_remove(asked, word)) as others, search_variants(word) as variants offset 0) q
      cross join lateral (
        select c.record_id, c.dated_at from (
            (select e.record_id, e.dated_at, e.title from search_entries e where cardinality(asked) = 1
              and e.slips && q.slips and e.scope_id::text = s.scope::text and e.kind || '' = s.kind limit 60)
            union all
            (select e.record_id, e.dated_at, e.title from search_entries e where cardinality(asked) > 1
              and e.slips && q.slips and e.words @@ q.others and e.scope_id::text = s.scope::text and e.kind || '' = s.kind limit 60)) c
          where exists (select from unnest(search_words(c.title)) w where search_variants(w) && q.variants)
          order by 2 desc, 1 limit most + 1) f
    where s.kind in ('project', 'phase', 'document', 'photo', 'update', 'ticket', 'client', 'person') and cardinality(q.variants) > 0;
end $$;

-- Records that have all words, each from its start.
--
-- All kinds in one statement, planned once per connection: a statement for each cost four times as much. Of each kind:
--   newest    those of the newest 200 entries that have the words. A common word is answered by these alone.
--   seldom    else, of several words, the question without the common ones: the index would collect a common word's entries whole.
--   few       up to 100 entries with those
--   read      whether the above have answered
--   found     entries with all words by the index where they have not, and in any case those of the exact number
--   named     entries with all words in their titles, where there may be more of them than the above have
-- The index of words holds each place apart. The comparisons with the place are written so that no other index serves them: they tell
-- two places of one short name apart, and the planner, which knows nothing of a word, must not choose.
create or replace function search_worded(acting text, kinds text[], asked text[], number text, most int) returns table (kind text, record_id uuid, rank int, dated_at timestamptz)
  stable rows 60 set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
declare
  enough int := greatest(60, 2 * most);
begin
  return query
    select s.kind, f.record_id, f.rank, f.dated_at
    from search_scopes(acting, kinds) s
      -- No entry has the empty number, which other kinds are asked for.
      cross join lateral (select search_all(s.place, asked) as whole, search_all(s.place || '^', asked) as titled,
          search_exactly(s.place, case when s.kind in ('ticket', 'invoice', 'credit_note') then number else '' end) as numbered offset 0) q
      cross join lateral (
        with newest as materialized (
          select n.record_id, n.dated_at, case when n.words @@ q.titled then 1 else 2 end as rank from (
              select e.record_id, e.dated_at, e.words from search_entries e where e.scope_id = s.scope and e.kind = s.kind order by e.dated_at desc, e.record_id limit 200) n
            where n.words @@ q.whole
        ), seldom as materialized (
          select search_seldom(s.scope, s.kind, s.place, asked) as words where cardinality(asked) > 1 and (select count(*) from newest) <= most
        ), few as materialized (
          select e.record_id, e.dated_at, e.words from search_entries e
            where e.words @@ (select words from seldom) and e.scope_id::text = s.scope::text and e.kind || '' = s.kind limit 100
        ), read as materialized (
          select (select count(*) from newest) > most or (select count(words) from seldom) = 1 and (select count(*) from few) < 100 as whole
        ), found as materialized (
          select w.record_id, w.dated_at, case when w.words @@ q.titled then 1 else 2 end as rank from few w where w.words @@ q.whole and (select whole from read)
          union all
          (select e.record_id, e.dated_at, case when e.words @@ q.numbered then 0 when e.words @@ q.titled then 1 else 2 end from search_entries e
            where e.words @@ case when (select whole from read) then q.numbered else q.numbered || q.whole end
              and e.scope_id::text = s.scope::text and e.kind || '' = s.kind limit enough)
        ), named as materialized (
          select e.record_id, e.dated_at, 1 as rank from search_entries e
            where e.words @@ q.titled and e.scope_id::text = s.scope::text and e.kind || '' = s.kind
              -- Phases, photos and hours have all their words in the title, messages and notes none.
              and s.kind not in ('phase', 'photo', 'time_entry', 'message', 'note')
              and ((select count(*) from found) >= enough or (select count(*) from newest) > most and (select count(*) from newest where rank = 1) <= most)
            limit enough
        )
        select f.record_id, min(f.rank) as rank, max(f.dated_at) as dated_at
          from (select * from newest union all select * from found union all select * from named) f
          group by f.record_id order by 2, 3 desc, 1 limit most + 1) f;
end $$;

-- What the actor finds, of each kind up to one more than `most`, best first: rank 0 for the exact number, 1 for a title with all words, 2
-- for a text with them; 3, where there is nothing else at all, for a title with one misspelt word.
create or replace function search_found(question text, kinds text[], most int) returns table (kind text, record_id uuid, rank int, dated_at timestamptz)
  stable security definer rows 60 set search_path = public, pg_temp language plpgsql as $$
declare
  acting text := current_setting('role');
  folded text := oriel_fold(left(question, 200));
  asked text[] := (search_words(folded))[1:8];
begin
  if cardinality(asked) = 0 or acting not in ('oriel_client', 'oriel_staff', 'oriel_admin') then
    return;
  end if;
  return query select * from search_worded(acting, kinds, asked, ltrim(btrim(folded), '# '), most);
  if not found then
    return query select * from search_misspelt(acting, kinds, asked, most);
  end if;
end $$;

-- The part of a text around the first of the folded words that it has, about 240 characters; null where it has none. Folded letters
-- stand where the written ones do but for a few, such as ß, so that the part may begin some letters off.
create or replace function search_excerpt(body text, asked text[]) returns text stable set search_path = public, pg_temp language sql as $$
  with folded as (select ' ' || oriel_fold(left(body, 20000)) as text),
  hit as (
    select min(coalesce(nullif(strpos(text, ' ' || w), 0), nullif(strpos(text, w), 0))) as at from folded, unnest(asked) w
  ), part as (select greatest(at - 60, 1) as begins from hit where at is not null)
  select case when begins > 1 then '… ' || regexp_replace(substring(body from begins for 240), '^\S*\s+', '') else left(body, 240) end
    || case when length(body) >= begins + 240 then ' …' else '' end from part
$$;

-- ── Owner and callers ──
grant create on schema public to oriel_definer;
alter function search_found(text, text[], int) owner to oriel_definer;
alter function index_changed() owner to oriel_definer;
revoke create on schema public from oriel_definer;
revoke execute on function search_dividers(), search_words(text), search_place(uuid, text), search_variants(text), search_slips(text, text[]), search_sources(text, uuid[]), index_records(text, uuid[]), index_changed() from public;
revoke execute on function search_all(text, text[]), search_exactly(text, text), search_scopes(text, text[]), search_seldom(uuid, text, text, text[]), search_worded(text, text[], text[], text, int), search_misspelt(text, text[], text[], int), search_found(text, text[], int), search_excerpt(text, text[]) from public;
grant execute on function search_dividers(), search_words(text), search_place(uuid, text), search_variants(text), search_slips(text, text[]), search_sources(text, uuid[]), index_records(text, uuid[]) to oriel_definer;
grant execute on function search_all(text, text[]), search_exactly(text, text), search_scopes(text, text[]), search_seldom(uuid, text, text, text[]), search_worded(text, text[], text[], text, int), search_misspelt(text, text[], text[], int) to oriel_definer;
grant execute on function search_dividers(), search_words(text), search_found(text, text[], int), search_excerpt(text, text[]) to oriel_client, oriel_staff, oriel_admin;
