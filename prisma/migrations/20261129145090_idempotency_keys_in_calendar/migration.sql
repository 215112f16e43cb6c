-- The bounds of every date and instant (lib/date-bounds.ts).
alter table idempotency_keys
  add constraint idempotency_keys_in_calendar check (created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
