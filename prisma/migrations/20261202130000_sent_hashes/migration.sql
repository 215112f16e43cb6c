-- The SHA-256 of a file as it was sent, so that one that a project has already is recognised. A photo keeps its renditions only and a
-- picture among documents loses its metadata, so that the hash of what is stored tells nothing of what was sent.
alter table photos add column sent_sha256 bytea, add constraint photos_sent_sha256 check (octet_length(sent_sha256) = 32);
alter table document_versions add column sent_sha256 bytea, add constraint document_versions_sent_sha256 check (octet_length(sent_sha256) = 32);
create index photos_tenant_id_project_id_sent_sha256_idx on photos (tenant_id, project_id, sent_sha256);
create index document_versions_tenant_id_sent_sha256_idx on document_versions (tenant_id, sent_sha256);
