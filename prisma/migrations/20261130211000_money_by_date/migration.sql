-- What came in per month, and the open invoices of a client by their due date.
create index ledger_entries_tenant_id_entry_on_idx on ledger_entries (tenant_id, entry_on);
create index invoices_client_id_due_on_open_idx on invoices (client_id, due_on) where open_minor > 0;
