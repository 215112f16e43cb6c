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

-- The newest 200 entries of a place that have the words. A word that many of them have is answered by these alone.
create or replace function search_newest(scope uuid, of_kind text, asked tsquery) returns table (record_id uuid, dated_at timestamptz, words tsvector)
  stable set search_path = public, pg_temp set enable_seqscan = off set enable_bitmapscan = off language plpgsql as $$
#variable_conflict use_column
begin
  return query select n.record_id, n.dated_at, n.words from (
      select e.record_id, e.dated_at, e.words from search_entries e where e.scope_id = scope and e.kind = of_kind order by e.dated_at desc, e.record_id limit 200) n
    where n.words @@ asked;
end $$;

-- Entries of a place by the index of words, which holds each place apart. The comparisons with the place are written so that no other
-- index serves them: they tell two places of one short name apart, and the planner's guess of a rare word must not choose.
create or replace function search_indexed(scope uuid, of_kind text, asked tsquery, most int) returns table (record_id uuid, dated_at timestamptz, words tsvector)
  stable set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off language plpgsql as $$
#variable_conflict use_column
begin
  return query select e.record_id, e.dated_at, e.words from search_entries e
    where e.words @@ asked and e.scope_id::text = scope::text and e.kind || '' = of_kind limit most;
end $$;

-- Entries of a place whose title has one misspelt word of the question, and all its other words.
create or replace function search_misspelt(scope uuid, of_kind text, slips int[], word text, others tsquery) returns table (record_id uuid, dated_at timestamptz)
  stable set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off language plpgsql as $$
#variable_conflict use_column
begin
  return query select c.record_id, c.dated_at from (
      select e.record_id, e.dated_at, e.title from search_entries e
      where e.slips && search_misspelt.slips and (others is null or e.words @@ others) and e.scope_id::text = scope::text and e.kind || '' = of_kind limit 60) c
    where exists (select from unnest(search_words(c.title)) w where search_variants(w) && search_variants(word));
end $$;

-- What the actor finds, of each kind up to one more than `most`, best first: rank 0 for the exact number, 1 for a title with all words, 2
-- for a text with them; 3, where there is nothing else at all, for a title with one misspelt word. Every word counts from its start.
-- People of a client find in their client and in their own tickets, the team in its tenant, and staff neither money nor people.
create or replace function search_found(question text, kinds text[], most int) returns table (kind text, record_id uuid, rank int, dated_at timestamptz)
  stable security definer rows 60 set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
declare
  acting text := current_setting('role');
  folded text := oriel_fold(left(question, 200));
  asked text[] := (search_words(folded))[1:8];
  number text := ltrim(btrim(folded), '# ');
  of_kind text;
  scope uuid;
  place text;
  whole tsquery;
  titled tsquery;
  numbered tsquery;
  word text;
  nothing boolean := true;
begin
  if cardinality(asked) = 0 or acting not in ('oriel_client', 'oriel_staff', 'oriel_admin') then
    return;
  end if;
  for stage in 1..2 loop
    foreach of_kind in array kinds loop
      scope := case
        when acting <> 'oriel_client' then case when acting = 'oriel_admin' or of_kind not in ('invoice', 'credit_note', 'person') then app_tenant() end
        when of_kind in ('ticket', 'message') then app_user()
        when of_kind not in ('note', 'client', 'person') then app_client() end;
      continue when scope is null;
      place := search_place(scope, of_kind);
      if stage = 1 then
        whole := (select string_agg('''' || place || w || ''':*', ' & ') from unnest(asked) w)::tsquery;
        titled := (select string_agg('''' || place || '^' || w || ''':*', ' & ') from unnest(asked) w)::tsquery;
        -- The number itself may have characters that a query must quote.
        numbered := ('''' || replace(replace(place || '=' || number, '\', '\\'), '''', '''''') || '''')::tsquery;
        return query
          with newest as materialized (select * from search_newest(scope, of_kind, whole)),
          exact as materialized (select * from search_indexed(scope, of_kind, numbered, 10) where of_kind in ('ticket', 'invoice', 'credit_note')),
          named as materialized (select * from search_indexed(scope, of_kind, titled, greatest(60, 2 * most))
            where of_kind not in ('message', 'note') and (select count(*) from newest n where n.words @@ titled) <= most),
          mentioned as materialized (select * from search_indexed(scope, of_kind, whole, greatest(60, 2 * most))
            where of_kind not in ('phase', 'photo', 'time_entry') and (select count(*) from (select record_id from newest union select record_id from named) f) <= most),
          found as (select * from newest union all select * from exact union all select * from named union all select * from mentioned)
          select of_kind, f.record_id, min(case when f.words @@ numbered then 0 when f.words @@ titled then 1 else 2 end), max(f.dated_at)
            from found f group by f.record_id order by 3, 4 desc, 2 limit most + 1;
        nothing := nothing and not found;
      elsif of_kind in ('project', 'phase', 'document', 'photo', 'update', 'ticket', 'client', 'person') then
        foreach word in array asked loop
          continue when cardinality(search_variants(word)) = 0;
          return query select of_kind, m.record_id, 3, m.dated_at from search_misspelt(scope, of_kind, search_slips(place, array[word]), word,
            (select string_agg('''' || place || w || ''':*', ' & ') from unnest(asked) w where w <> word)::tsquery) m order by 4 desc, 2 limit most + 1;
        end loop;
      end if;
    end loop;
    exit when not nothing;
  end loop;
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
revoke execute on function search_newest(uuid, text, tsquery), search_indexed(uuid, text, tsquery, int), search_misspelt(uuid, text, int[], text, tsquery), search_found(text, text[], int), search_excerpt(text, text[]) from public;
grant execute on function search_dividers(), search_words(text), search_place(uuid, text), search_variants(text), search_slips(text, text[]), search_sources(text, uuid[]), index_records(text, uuid[]) to oriel_definer;
grant execute on function search_newest(uuid, text, tsquery), search_indexed(uuid, text, tsquery, int), search_misspelt(uuid, text, int[], text, tsquery) to oriel_definer;
grant execute on function search_dividers(), search_words(text), search_found(text, text[], int), search_excerpt(text, text[]) to oriel_client, oriel_staff, oriel_admin;
