-- What the clock has done about a record, so that it does it once, whatever the number of its workers.
create table clock_marks (
  tenant_id uuid not null,
  kind text not null,
  record_id uuid not null,
  on_date date not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint clock_marks_pkey primary key (record_id, kind, on_date),
  constraint clock_marks_kind check (kind in ('weekly_report', 'invoice_due_soon', 'invoice_overdue')),
  constraint clock_marks_in_calendar check (
    on_date >= '1900-01-01' and on_date < '2200-01-01' and
    created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
  )
);
alter table clock_marks add constraint clock_marks_tenant_id_fkey foreign key (tenant_id) references tenants (id) on delete restrict on update no action;
