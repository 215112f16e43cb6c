-- An index in the order of each list, and of each list of one state, so that the first page reads its own rows only.
create index documents_tenant_id_status_key_updated_at_id_idx on documents (tenant_id, status_key, updated_at desc, id);
drop index projects_tenant_id_status_created_at_id_idx;
create index projects_tenant_id_status_key_created_at_id_idx on projects (tenant_id, status_key, created_at desc, id);
drop index photos_tenant_id_visibility_taken_at_id_idx;
create index photos_tenant_id_visibility_key_taken_at_id_idx on photos (tenant_id, visibility_key, taken_at desc nulls last, id desc);
create index photos_tenant_id_taken_at_id_idx on photos (tenant_id, taken_at desc nulls last, id desc);
