-- Tickets get an assignee, the times of questions and answers, and what a list and a search of them need.
alter table support_tickets disable row level security;
alter table ticket_messages disable row level security;
alter table support_tickets
  add column assignee_id uuid,
  add column assignee_name text,
  add column asked_at timestamptz(3) not null default current_timestamp,
  add column answered_at timestamptz(3),
  add column first_answered_at timestamptz(3),
  add column waiting_since timestamptz(3) default current_timestamp,
  add column status_key text collate "C" not null generated always as (
    case status when 'open' then 'open' when 'in_progress' then 'in_progress' when 'closed' then 'closed' end) stored,
  add column search_text text collate "C" not null
    generated always as (oriel_fold('#' || number::text || ' ' || subject || ' ' || client_user_name || ' ' || body)) stored,
  add constraint support_tickets_tenant_id_assignee_id_fkey foreign key (tenant_id, assignee_id) references users (tenant_id, id) on delete restrict on update no action,
  add constraint support_tickets_assignee check ((assignee_id is null) = (assignee_name is null)),
  add constraint support_tickets_answered check ((answered_at is null) = (first_answered_at is null));
alter table ticket_messages add column search_text text collate "C" not null generated always as (oriel_fold(body)) stored;
alter table ticket_notes add column search_text text collate "C" not null generated always as (oriel_fold(body)) stored;

with told as (
  select t.id, greatest(t.created_at, max(m.created_at) filter (where m.author_type = 'client')) as asked,
    max(m.created_at) filter (where m.author_type <> 'client') as answered, min(m.created_at) filter (where m.author_type <> 'client') as first
  from support_tickets t left join ticket_messages m on m.ticket_id = t.id group by t.id
)
update support_tickets t set asked_at = told.asked, answered_at = told.answered, first_answered_at = told.first,
  waiting_since = case when t.status = 'closed' or told.answered >= told.asked then null when told.answered is null then t.created_at else
    (select min(m.created_at) from ticket_messages m where m.ticket_id = t.id and m.author_type = 'client' and m.created_at > told.answered) end
from told where told.id = t.id;

alter table support_tickets drop constraint support_tickets_in_calendar, add constraint support_tickets_in_calendar check (
  last_activity_at >= '1900-01-01T00:00:00Z' and last_activity_at < '2200-01-01T00:00:00Z'
  and asked_at >= '1900-01-01T00:00:00Z' and asked_at < '2200-01-01T00:00:00Z'
  and answered_at >= '1900-01-01T00:00:00Z' and answered_at < '2200-01-01T00:00:00Z'
  and first_answered_at >= '1900-01-01T00:00:00Z' and first_answered_at < '2200-01-01T00:00:00Z'
  and waiting_since >= '1900-01-01T00:00:00Z' and waiting_since < '2200-01-01T00:00:00Z'
  and closed_at >= '1900-01-01T00:00:00Z' and closed_at < '2200-01-01T00:00:00Z'
  and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
  and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z');
alter table support_tickets enable row level security;
alter table ticket_messages enable row level security;

-- An index in the order of each list: who waits longest first, or the last activity.
drop index support_tickets_tenant_id_status_last_activity_at_id_idx;
drop index support_tickets_tenant_id_last_activity_at_id_idx;
create index support_tickets_client_user_id_status_key_last_activity_at__idx on support_tickets (client_user_id, status_key, last_activity_at desc, id);
create index support_tickets_tenant_id_waiting_since_last_activity_at_id_idx on support_tickets (tenant_id, waiting_since, last_activity_at desc, id);
create index support_tickets_tenant_id_status_key_waiting_since_last_act_idx on support_tickets (tenant_id, status_key, waiting_since, last_activity_at desc, id);
create index support_tickets_assignee_id_waiting_since_last_activity_at__idx on support_tickets (assignee_id, waiting_since, last_activity_at desc, id);
create index support_tickets_project_id_waiting_since_last_activity_at_i_idx on support_tickets (project_id, waiting_since, last_activity_at desc, id);
drop index ticket_messages_ticket_id_created_at_idx;
create index ticket_messages_ticket_id_created_at_id_idx on ticket_messages (ticket_id, created_at, id);
drop index ticket_notes_ticket_id_created_at_idx;
create index ticket_notes_ticket_id_created_at_id_idx on ticket_notes (ticket_id, created_at, id);
set local search_path = public, oriel_extensions;
create index support_tickets_tenant_id_search_text_idx on support_tickets using gin (tenant_id, search_text gin_trgm_ops);
create index ticket_messages_tenant_id_search_text_idx on ticket_messages using gin (tenant_id, search_text gin_trgm_ops);
create index ticket_notes_tenant_id_search_text_idx on ticket_notes using gin (tenant_id, search_text gin_trgm_ops);
