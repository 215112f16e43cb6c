-- The session or token by which the actor of a line came in; null where nobody was known, and for older lines.
alter table audit_entries add column via jsonb;
