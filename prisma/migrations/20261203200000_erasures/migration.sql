-- A person is erased on request: their row stays for the keys of what they wrote, with nothing in it that is theirs.
alter table users
  add column erased_at timestamptz(3),
  add constraint users_erased check (erased_at is null or (not is_active and not client_portal_enabled and client_id is null and phone is null
    and last_sign_in_at is null and email = id || '@erased.invalid'));
alter table users
  drop constraint users_in_calendar,
  add constraint users_in_calendar check (
    last_sign_in_at >= '1900-01-01T00:00:00Z' and last_sign_in_at < '2200-01-01T00:00:00Z'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
    and mail_refused_at >= '1900-01-01T00:00:00Z' and mail_refused_at < '2200-01-01T00:00:00Z'
    and erased_at >= '1900-01-01T00:00:00Z' and erased_at < '2200-01-01T00:00:00Z');

-- What is erased stays so: nobody is put into that row again.
create function keep_erased_user() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  raise exception 'an erased person stays erased' using errcode = 'check_violation';
end $$;
create trigger users_stay_erased before update on users for each row when (old.erased_at is not null) execute function keep_erased_user();
alter table users enable always trigger users_stay_erased;

-- The protocol: who asked for it, when, and how many rows of which table were erased, replaced or kept. Nothing of what was removed.
create table erasures (
  id uuid not null,
  tenant_id uuid not null,
  user_id uuid not null,
  user_type user_type not null,
  asked_by_id uuid not null,
  asked_by_name text not null,
  parts jsonb not null,
  erased_at timestamptz(3) not null default current_timestamp,
  constraint erasures_pkey primary key (id),
  constraint erasures_tenant_id_user_id_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete restrict on update no action,
  constraint erasures_tenant_id_asked_by_id_fkey foreign key (tenant_id, asked_by_id) references users (tenant_id, id) on delete restrict on update no action,
  constraint erasures_parts check (jsonb_typeof(parts) = 'array'),
  constraint erasures_in_calendar check (erased_at >= '1900-01-01T00:00:00Z' and erased_at < '2200-01-01T00:00:00Z')
);
create unique index erasures_tenant_id_user_id_key on erasures (tenant_id, user_id);
alter table erasures enable row level security, force row level security;
create trigger erasures_append_only before update or delete or truncate on erasures for each statement execute function refuse_change();
alter table erasures enable always trigger erasures_append_only;
