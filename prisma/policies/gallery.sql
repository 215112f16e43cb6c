-- ── photos ──
-- A client user sees visibility = client; visitors of an open showcase see visibility = public. Photos are uploaded in the own name.
grant select (id, tenant_id, client_id, project_id, phase_id, visibility, caption, taken_at, shared_at, width, height, placeholder, created_at) on photos to oriel_client;
grant select (id, tenant_id, project_id, visibility, caption, taken_at, width, height, placeholder) on photos to oriel_public;
grant select, insert, delete, update (phase_id, visibility, caption, taken_at, updated_at) on photos to oriel_staff, oriel_admin;
create policy photos_client on photos for select to oriel_client using (client_id = (select app_client()) and visibility = 'client');
create policy photos_team on photos to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy photos_own_name on photos as restrictive for insert to oriel_staff, oriel_admin with check (uploaded_by_id = (select app_user()));
create policy photos_public on photos for select to oriel_public using (tenant_id in (select id from tenants) and visibility = 'public');

-- ── photo_variants ──
-- A variant is visible exactly where its photo is.
grant select on photo_variants to oriel_client;
grant select (tenant_id, photo_id, variant, file_id, width, height) on photo_variants to oriel_public;
grant select, insert, delete on photo_variants to oriel_staff, oriel_admin;
create policy photo_variants_client on photo_variants for select to oriel_client using (exists (select from photos g where g.id = photo_id));
create policy photo_variants_team on photo_variants to oriel_staff, oriel_admin using (tenant_id = (select app_tenant()));
create policy photo_variants_public on photo_variants for select to oriel_public using (exists (select from photos g where g.id = photo_id));
