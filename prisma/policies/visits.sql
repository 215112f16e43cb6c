-- ── visits ──
-- Visits of a client user mark what is new since; nobody else reads them.
grant select, insert, update (seen_at, previous_at) on visits to oriel_client;
create policy visits_client on visits to oriel_client using (user_id = (select app_user()));
