-- ── stored_files ──
-- A client user or visitor reads a file exactly where they read a row that refers to it. A file in use stays stored.
grant select on stored_files to oriel_client, oriel_public;
-- A client user adds and removes an own proof of payment or file of a ticket, until a claim or a ticket refers to it.
grant insert (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status, proof_by_id, attached_by_id, created_at), update (status), delete on stored_files to oriel_client;
grant select, insert, delete, update (status) on stored_files to oriel_staff, oriel_admin;
create policy stored_files_client on stored_files for select to oriel_client using (
  exists (select from document_versions v where v.file_id = stored_files.id) or exists (select from photo_variants v where v.file_id = stored_files.id)
  or exists (select from document_pictures p where p.file_id = stored_files.id) or exists (select from ticket_attachments a where a.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id)
  or exists (select from payment_claims c where c.proof_file_id = stored_files.id) or proof_by_id = (select app_user()) or attached_by_id = (select app_user()));
create policy stored_files_client_insert on stored_files for insert to oriel_client with check (tenant_id = (select app_tenant()) and (proof_by_id = (select app_user()) or attached_by_id = (select app_user())) and status = 'pending');
create policy stored_files_client_update on stored_files for update to oriel_client using ((proof_by_id = (select app_user()) or attached_by_id = (select app_user())) and status = 'pending') with check (proof_by_id = (select app_user()) or attached_by_id = (select app_user()));
create policy stored_files_client_delete on stored_files for delete to oriel_client using ((proof_by_id = (select app_user()) or attached_by_id = (select app_user())) and status = 'pending');
create policy stored_files_admin on stored_files to oriel_admin using (tenant_id = (select app_tenant()));
create policy stored_files_staff on stored_files to oriel_staff using (tenant_id = (select app_tenant()) and proof_by_id is null);
create policy stored_files_proof_in_use on stored_files as restrictive for update to oriel_admin with check (status = 'stored' or not (
  exists (select from payment_claims c where c.proof_file_id = stored_files.id) or exists (select from imports i where i.file_id = stored_files.id)));
create policy stored_files_in_use on stored_files as restrictive for update to oriel_staff, oriel_admin with check (status = 'stored' or not (
  exists (select from document_versions v where v.file_id = stored_files.id) or exists (select from photo_variants v where v.file_id = stored_files.id)
  or exists (select from document_pictures p where p.file_id = stored_files.id) or exists (select from ticket_attachments a where a.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id)));
-- A file is pending until a record refers to it. After an hour it was abandoned, by a crash or by its record, and the worker
-- removes it; foreign keys keep a file that is in use.
grant select (id, storage_key, status, created_at), delete on stored_files to oriel_worker;
create policy stored_files_worker on stored_files to oriel_worker using (status = 'pending' and created_at < now() - interval '1 hour');
create policy stored_files_public on stored_files for select to oriel_public using (
  exists (select from photo_variants v where v.file_id = stored_files.id) or exists (select from tenants t where t.logo_file_id = stored_files.id));

-- ── document_types ──
-- Client users see the names of document types; admins change the types.
grant select (id, tenant_id, name) on document_types to oriel_client;
grant select on document_types to oriel_staff;
grant select, insert, update (name, requires_approval, forbids_own_approval, is_active, updated_at) on document_types to oriel_admin;
create policy document_types_client on document_types for select to oriel_client using (tenant_id = (select app_tenant()));
create policy document_types_staff on document_types for select to oriel_staff using (tenant_id = (select app_tenant()));
create policy document_types_admin on document_types to oriel_admin using (tenant_id = (select app_tenant()));

-- ── documents ──
-- A client user sees a document while it has a published version, without the state of a newer draft.
-- Admins alone publish and withdraw (a trigger holds staff to it) and remove a document that was never published.
grant select (id, tenant_id, client_id, project_id, document_type_id, title, published_version_id, published_at, created_at, search_text) on documents to oriel_client;
grant select, insert (id, tenant_id, client_id, project_id, document_type_id, title, status, created_at, updated_at), update (document_type_id, title, status, updated_at) on documents to oriel_staff;
grant select, insert, delete, update (document_type_id, title, status, published_version_id, published_at, updated_at) on documents to oriel_admin;
create policy documents_client on documents for select to oriel_client using (client_id = (select app_client()) and published_version_id is not null);
create policy documents_team on documents to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy documents_never_published on documents as restrictive for delete to oriel_admin using (
  published_version_id is null and not exists (select from document_transitions t where t.document_id = documents.id and t.to_status = 'published'));

-- ── document_versions ──
-- A client user sees the published version only, without its uploader. Versions are uploaded in the own name, since a
-- type may forbid the approval of an own upload.
grant select (id, tenant_id, client_id, document_id, number, file_id, created_at) on document_versions to oriel_client;
grant select, insert on document_versions to oriel_staff, oriel_admin;
create policy document_versions_client on document_versions for select to oriel_client using (exists (select from documents d where d.published_version_id = document_versions.id));
create policy document_versions_team on document_versions to oriel_staff, oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and uploaded_by_id = (select app_user()));

-- ── document_pictures ──
-- The picture of a version is visible exactly where the version is.
grant select on document_pictures to oriel_client;
grant select, insert on document_pictures to oriel_staff, oriel_admin;
create policy document_pictures_client on document_pictures for select to oriel_client using (exists (select from document_versions v where v.id = version_id));
create policy document_pictures_team on document_pictures to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));

-- ── document_transitions ──
-- Every transition is recorded with actor and time, in the own name, and never changed.
grant select, insert on document_transitions to oriel_staff, oriel_admin;
create policy document_transitions_team on document_transitions to oriel_staff, oriel_admin using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()) and actor_id = (select app_user()));

-- ── document_downloads ──
-- A download by a client user leaves a line that staff and admins read.
grant insert on document_downloads to oriel_client;
grant select on document_downloads to oriel_staff, oriel_admin;
create policy document_downloads_client on document_downloads for insert to oriel_client with check (client_id = (select app_client()) and user_id = (select app_user()) and version_id in (select id from document_versions));
create policy document_downloads_team on document_downloads for select to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
