-- What waits for the team, and what is new to a client, each in its order, without what is done.
create index phases_open_idx on phases (tenant_id, planned_end_on, id) where status <> 'completed';
create index invoices_open_idx on invoices (tenant_id, due_on, id) where open_minor > 0;
create index users_signed_in_idx on users (tenant_id, last_sign_in_at, id) where last_sign_in_at is not null;
create index users_quiet_idx on users (tenant_id, last_sign_in_at, id) where last_sign_in_at is not null and is_active and client_portal_enabled;
create index photos_client_id_shared_at_idx on photos (client_id, shared_at desc, id) where shared_at is not null;
create index project_updates_client_id_published_at_idx on project_updates (client_id, published_at desc, id) where published_at is not null;
