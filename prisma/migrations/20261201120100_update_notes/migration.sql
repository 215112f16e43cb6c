-- Internal comments of the team on an update, in a table of their own: no role of a client has a right to it.
create table update_notes (
  id uuid not null,
  tenant_id uuid not null,
  client_id uuid not null,
  project_id uuid not null,
  update_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  body text not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint update_notes_pkey primary key (id),
  constraint update_notes_in_calendar check (created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z')
);
create index update_notes_update_id_created_at_idx on update_notes (update_id, created_at);
alter table update_notes
  add constraint update_notes_tenant_id_client_id_project_id_update_id_fkey foreign key (tenant_id, client_id, project_id, update_id)
    references project_updates (tenant_id, client_id, project_id, id) on delete cascade on update cascade,
  add constraint update_notes_tenant_id_author_id_fkey foreign key (tenant_id, author_id) references users (tenant_id, id) on delete restrict on update no action;
create trigger update_notes_sign before insert on update_notes for each row execute function sign_row('author_id', 'author_name');
alter table update_notes enable always trigger update_notes_sign;
