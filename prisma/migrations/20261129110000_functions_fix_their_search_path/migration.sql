-- Without a fixed search path, a temporary table of the caller's stands for the real one inside a function.
alter function refuse_change() set search_path = public, pg_temp;
alter function post_ledger_entry() set search_path = public, pg_temp;
alter function leave_projects() set search_path = public, pg_temp;
alter function only_admins_publish() set search_path = public, pg_temp;
alter function stamp_shared_at() set search_path = public, pg_temp;
