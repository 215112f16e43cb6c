-- Dates and instants of the tables of money lie in the years 1900 to 2199 too, as in lib/date-bounds.ts.
alter table invoices drop constraint invoices_in_calendar;
alter table billing_settings add constraint billing_settings_in_calendar check (
  updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
);
alter table credit_notes add constraint credit_notes_in_calendar check (
  issued_on >= '1900-01-01' and issued_on < '2200-01-01' and
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
);
alter table payment_allocations add constraint payment_allocations_in_calendar check (
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
);
alter table payment_claims add constraint payment_claims_in_calendar check (
  paid_on >= '1900-01-01' and paid_on < '2200-01-01' and
  decided_at >= '1900-01-01T00:00:00Z' and decided_at < '2200-01-01T00:00:00Z' and
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
);
alter table refunds add constraint refunds_in_calendar check (
  refunded_on >= '1900-01-01' and refunded_on < '2200-01-01' and
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
);
alter table invoices add constraint invoices_in_calendar check (
  issued_on >= '1900-01-01' and issued_on < '2200-01-01' and
  due_on >= '1900-01-01' and due_on < '2200-01-01' and
  issued_at >= '1900-01-01T00:00:00Z' and issued_at < '2200-01-01T00:00:00Z' and
  voided_at >= '1900-01-01T00:00:00Z' and voided_at < '2200-01-01T00:00:00Z' and
  created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z' and
  updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
);
