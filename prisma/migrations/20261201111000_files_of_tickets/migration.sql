-- A file of a ticket names who brought it, and so does the row that refers to it: the key between them lets nobody attach a plan, a
-- photo or the file of another person. Files attached before were brought by the author of their message.
alter table stored_files add column attached_by_id uuid,
  add constraint stored_files_tenant_id_attached_by_id_fkey foreign key (tenant_id, attached_by_id) references users (tenant_id, id) on delete restrict on update no action,
  add constraint stored_files_one_purpose check (num_nonnulls(proof_by_id, attached_by_id) <= 1);
alter table ticket_attachments add column attached_by_id uuid;

alter table stored_files disable row level security;
alter table ticket_attachments disable row level security;
alter table ticket_messages disable row level security;
alter table ticket_notes disable row level security;
update ticket_attachments a set attached_by_id = coalesce(
  (select author_id from ticket_messages m where m.id = a.message_id), (select author_id from ticket_notes n where n.id = a.note_id), a.client_user_id);
update stored_files f set attached_by_id = a.attached_by_id from ticket_attachments a where a.file_id = f.id;
alter table stored_files enable row level security;
alter table ticket_attachments enable row level security;
alter table ticket_messages enable row level security;
alter table ticket_notes enable row level security;

create unique index stored_files_tenant_id_attached_by_id_id_key on stored_files (tenant_id, attached_by_id, id);
alter table ticket_attachments alter column attached_by_id set not null,
  drop constraint ticket_attachments_tenant_id_file_id_fkey,
  add constraint ticket_attachments_tenant_id_attached_by_id_file_id_fkey foreign key (tenant_id, attached_by_id, file_id) references stored_files (tenant_id, attached_by_id, id) on delete restrict on update no action;
create unique index ticket_attachments_tenant_id_attached_by_id_file_id_key on ticket_attachments (tenant_id, attached_by_id, file_id);
