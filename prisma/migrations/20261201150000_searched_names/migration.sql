-- Finds a rare word among all projects, clients or people of a tenant without reading each (matching_* in prisma/policies/definer.sql).
set local search_path = public, oriel_extensions;
create index projects_tenant_id_search_text_idx on projects using gin (tenant_id, search_text gin_trgm_ops);
create index clients_tenant_id_search_text_idx on clients using gin (tenant_id, search_text gin_trgm_ops);
create index users_tenant_id_search_text_idx on users using gin (tenant_id, search_text gin_trgm_ops);
-- For the questions of the team's first page: people who never signed in, people with access, colleagues.
create index users_never_signed_in_idx on users (tenant_id, created_at, id) where last_sign_in_at is null and is_active and client_portal_enabled;
create index users_with_access_idx on users (tenant_id, client_id) where is_active and client_portal_enabled;
create index users_of_team_idx on users (tenant_id) where client_id is null;
