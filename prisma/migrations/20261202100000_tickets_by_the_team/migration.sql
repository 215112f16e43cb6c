-- The team opens tickets too: a ticket that a member of it has opened names that person, and no question of its client user stands in it.
alter table support_tickets disable row level security;
alter table support_tickets
  add column opened_by_id uuid,
  add column opened_by_name text,
  alter column asked_at drop not null,
  add constraint support_tickets_tenant_id_opened_by_id_fkey foreign key (tenant_id, opened_by_id) references users (tenant_id, id) on delete restrict on update no action,
  add constraint support_tickets_opened_by check ((opened_by_id is null) = (opened_by_name is null)),
  add constraint support_tickets_asked check (asked_at is not null or opened_by_id is not null);
alter table support_tickets enable row level security;

create trigger support_tickets_sign_opener before insert on support_tickets for each row execute function sign_row('opened_by_id', 'opened_by_name');
alter table support_tickets enable always trigger support_tickets_sign_opener;
