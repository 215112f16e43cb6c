-- The payment schedule of a project: what is invoiced when, as a share of the contract value or as an amount. Which invoice bills an
-- instalment follows from a line of it, so that a client learns nothing of a draft, and a deleted draft lets the instalment go.
create table instalments (
  id uuid primary key,
  tenant_id uuid not null,
  client_id uuid not null,
  project_id uuid not null,
  phase_id uuid,
  position int not null,
  title text not null,
  rate int,
  amount_minor bigint,
  due_on date,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint instalments_position check (position > 0),
  constraint instalments_title check (title ~ '\S'),
  constraint instalments_size check (num_nonnulls(rate, amount_minor) = 1),
  constraint instalments_rate check (rate between 1 and 1000000),
  constraint instalments_amount check (amount_minor > 0),
  constraint instalments_in_calendar check (
    due_on between '1900-01-01' and '2199-12-31'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'),
  constraint instalments_tenant_id_client_id_id_key unique (tenant_id, client_id, id),
  constraint instalments_tenant_id_client_id_project_id_fkey foreign key (tenant_id, client_id, project_id)
    references projects (tenant_id, client_id, id) on delete restrict on update cascade,
  constraint instalments_tenant_id_client_id_project_id_phase_id_fkey foreign key (tenant_id, client_id, project_id, phase_id)
    references phases (tenant_id, client_id, project_id, id) on delete set null (phase_id) on update cascade
);
alter table instalments enable row level security, force row level security;
create index instalments_project_id_position_idx on instalments (project_id, position);
create index instalments_phase_id_idx on instalments (phase_id);

alter table invoice_lines add column instalment_id uuid,
  add constraint invoice_lines_tenant_id_client_id_instalment_id_fkey foreign key (tenant_id, client_id, instalment_id)
    references instalments (tenant_id, client_id, id) on delete set null (instalment_id) on update cascade;
create index invoice_lines_instalment_id_idx on invoice_lines (instalment_id);
