-- ── jobs ──
-- A worker takes the next job of any tenant and does it within that tenant, where it sees and adds the jobs of that tenant only.
-- Everybody else adds jobs of the own kinds by a function (definer.sql), and reads none.
grant select, insert, delete, update (pending_key, due_at, attempts, lease, last_error) on jobs to oriel_worker;
create policy jobs_worker on jobs to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));

-- ── schedule_runs ──
-- The clock notes for which day or week each schedule has run in each tenant, and forgets old ones.
grant select, insert, delete on schedule_runs to oriel_worker;
create policy schedule_runs_worker on schedule_runs to oriel_worker using ((select app_tenant()) is null or tenant_id = (select app_tenant()));
