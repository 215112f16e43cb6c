-- An archive of the whole business is of no client and of nobody's eyes.
alter table client_exports alter column client_id drop not null;
alter table client_exports alter column user_id drop not null;
alter table client_exports add constraint client_exports_of check ((client_id is null) = (user_id is null));

-- As before, and an archive of the business has a job of its own kind.
create or replace function start_client_export() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.state = 'waiting' then
    insert into jobs (id, tenant_id, kind, arguments, due_at)
      values (gen_random_uuid(), new.tenant_id, case when new.client_id is null then 'business_export' else 'client_export' end,
        jsonb_build_object('exportId', new.id), now());
  end if;
  return null;
end $$;
