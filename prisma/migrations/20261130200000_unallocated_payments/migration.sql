-- What a payment still leaves of the client's credit as a column, so that lists filter by it, and indexes in the order of the lists.
alter table payments add column unallocated_minor bigint not null
  generated always as (amount_minor - allocated_minor - refunded_minor) stored;
create index payments_tenant_id_paid_on_id_idx on payments (tenant_id, paid_on desc, id);
-- Few payments have something left. A comparison of bigint is leakproof, so that the index serves beneath the policy.
create index payments_unallocated_idx on payments (tenant_id, paid_on desc, id) where unallocated_minor > 0;
create index refunds_tenant_id_refunded_on_id_idx on refunds (tenant_id, refunded_on desc, id);
create index payment_claims_tenant_id_created_at_id_idx on payment_claims (tenant_id, created_at desc, id);
