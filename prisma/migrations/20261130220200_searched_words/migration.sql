-- Finds a rare word among all documents of a tenant without reading each (matching_documents in prisma/policies/definer.sql).
-- In a schema of their own, because the wall lists every function of the schema public.
create schema if not exists oriel_extensions;
create extension if not exists pg_trgm schema oriel_extensions;
create extension if not exists btree_gin schema oriel_extensions;
set local search_path = public, oriel_extensions;
create index documents_tenant_id_search_text_idx on documents using gin (tenant_id, search_text gin_trgm_ops);
create index stored_files_tenant_id_search_text_idx on stored_files using gin (tenant_id, search_text gin_trgm_ops);
