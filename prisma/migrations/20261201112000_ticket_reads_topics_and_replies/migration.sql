-- How far each person has read a ticket.
create table ticket_reads (
  ticket_id uuid not null,
  user_id uuid not null,
  tenant_id uuid not null,
  client_user_id uuid not null,
  read_at timestamptz(3) not null,
  constraint ticket_reads_pkey primary key (ticket_id, user_id),
  constraint ticket_reads_in_calendar check (read_at >= '1900-01-01T00:00:00Z' and read_at < '2200-01-01T00:00:00Z'),
  constraint ticket_reads_tenant_id_client_user_id_ticket_id_fkey foreign key (tenant_id, client_user_id, ticket_id) references support_tickets (tenant_id, client_user_id, id) on delete restrict on update no action,
  constraint ticket_reads_tenant_id_user_id_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade on update no action
);
create index ticket_reads_user_id_idx on ticket_reads (user_id);

-- What a ticket asks about. A table of its own, because whoever may read the ticket may not always see that record.
create table ticket_topics (
  ticket_id uuid not null,
  tenant_id uuid not null,
  client_user_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  snapshot jsonb not null,
  constraint ticket_topics_pkey primary key (ticket_id),
  constraint ticket_topics_record check (record_type in ('document', 'photo', 'invoice', 'invoice_line', 'ledger_entry', 'time_entry', 'phase')),
  constraint ticket_topics_snapshot check (jsonb_typeof(snapshot) = 'object' and length(snapshot::text) <= 4000),
  constraint ticket_topics_tenant_id_client_user_id_ticket_id_fkey foreign key (tenant_id, client_user_id, ticket_id) references support_tickets (tenant_id, client_user_id, id) on delete restrict on update no action
);
create unique index ticket_topics_tenant_id_client_user_id_ticket_id_key on ticket_topics (tenant_id, client_user_id, ticket_id);

create table saved_replies (
  id uuid not null,
  tenant_id uuid not null,
  name text not null,
  body text not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null,
  constraint saved_replies_pkey primary key (id),
  constraint saved_replies_name check (name ~ '\S'),
  constraint saved_replies_body check (body ~ '\S'),
  constraint saved_replies_in_calendar check (
    created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z' and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'),
  constraint saved_replies_tenant_id_fkey foreign key (tenant_id) references tenants (id) on delete restrict on update no action
);
create unique index saved_replies_tenant_id_name_key on saved_replies (tenant_id, name);

create table support_settings (
  tenant_id uuid not null,
  first_response_hours integer,
  resolution_hours integer,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint support_settings_pkey primary key (tenant_id),
  constraint support_settings_hours check (first_response_hours between 1 and 2000 and resolution_hours between 1 and 2000),
  constraint support_settings_in_calendar check (updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'),
  constraint support_settings_tenant_id_fkey foreign key (tenant_id) references tenants (id) on delete restrict on update no action
);
