-- The list of all documents is in this order. The index with the state before it served neither that list nor one of a state,
-- because the comparison of an enum uses no index under row security.
drop index documents_tenant_id_status_updated_at_id_idx;
create index documents_tenant_id_updated_at_id_idx on documents (tenant_id, updated_at desc, id);
