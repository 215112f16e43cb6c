-- The audit trail is listed by record type, action or person, each in the order of time.
create index audit_entries_tenant_id_record_type_created_at_id_idx on audit_entries (tenant_id, record_type, created_at desc, id);
create index audit_entries_tenant_id_action_created_at_id_idx on audit_entries (tenant_id, action, created_at desc, id);
