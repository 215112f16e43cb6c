-- Dates and instants lie in the years 1900 to 2199, as in lib/date-bounds.ts, in each column of each table. Values outside, which
-- the API accepted for photos, are moved to the nearest end. Triggers are off meanwhile: append-only tables refuse updates.
-- The owner is held by row security too.
do $$
declare
  place record;
  switched text;
  outside boolean;
begin
  for place in
    select c.oid::regclass as name, format('%I', c.relname || '_in_calendar') as rule,
        string_agg(format('%1$I >= %2$L and %1$I < %3$L', a.attname, first, past), ' and ' order by a.attnum) as within,
        string_agg(format('%1$I = case when %1$I < %2$L then %2$L when %1$I >= %3$L then %4$L else %1$I end', a.attname, first, past, last), ', ') as moved
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join (values ('date'::regtype, '1900-01-01', '2200-01-01', '2199-12-31'),
          ('timestamptz'::regtype, '1900-01-01T00:00:00Z', '2200-01-01T00:00:00Z', '2199-12-31T23:59:59.999Z')) as bounds(type, first, past, last)
          on bounds.type = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
      group by c.oid, c.relname
  loop
    execute format('alter table %s disable row level security', place.name);
    execute format('select exists (select from %s where not (%s))', place.name, place.within) into outside;
    if outside then
      select coalesce(string_agg(format('alter table %s enable %s trigger %I', place.name,
          case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname), '; '), '') into switched
        from pg_trigger where tgrelid = place.name and not tgisinternal and tgenabled <> 'D';
      execute format('alter table %s disable trigger user', place.name);
      execute format('update %s set %s where not (%s)', place.name, place.moved, place.within);
      execute switched;
    end if;
    execute format('alter table %s enable row level security', place.name);
    execute format('alter table %s add constraint %s check (%s)', place.name, place.rule, place.within);
  end loop;
end $$;
