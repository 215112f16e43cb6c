-- When people of a client opened or downloaded what the business shows them: one row per person, record and way, however often, so
-- that the table grows with what is shown and not with how often it is looked at.
create table openings (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null,
  client_id uuid not null,
  user_id uuid not null,
  user_name text not null,
  record_type text not null,
  record_id uuid not null,
  way text not null,
  times int not null default 1,
  first_at timestamptz(3) not null default current_timestamp,
  last_at timestamptz(3) not null default current_timestamp,
  constraint openings_pkey primary key (id),
  constraint openings_record_type check (record_type in ('document', 'photo', 'invoice')),
  constraint openings_way check (way in ('opened', 'downloaded')),
  constraint openings_times check (times > 0),
  constraint openings_in_calendar check (
    first_at >= '1900-01-01T00:00:00Z' and first_at < '2200-01-01T00:00:00Z' and last_at >= '1900-01-01T00:00:00Z' and last_at < '2200-01-01T00:00:00Z')
);
create unique index openings_record_id_user_id_way_key on openings (record_id, user_id, way);
create index openings_client_id_last_at_id_idx on openings (client_id, last_at desc, id);
alter table openings add constraint openings_tenant_id_client_id_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id) on delete restrict on update no action;
alter table openings add constraint openings_tenant_id_user_id_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete restrict on update no action;
create trigger openings_sign before insert on openings for each row execute function sign_row('user_id', 'user_name');
alter table openings enable always trigger openings_sign;

-- The downloads of documents so far.
alter table document_downloads disable row level security;
insert into openings (tenant_id, client_id, user_id, user_name, record_type, record_id, way, times, first_at, last_at)
  select tenant_id, client_id, user_id, max(user_name), 'document', document_id, 'downloaded', count(*), min(created_at), max(created_at)
  from document_downloads group by tenant_id, client_id, user_id, document_id;
alter table document_downloads enable row level security;
