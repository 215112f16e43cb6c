-- What clients see is decided by admins. Staff move a document between the other states, and a new version of theirs takes a
-- published one back to draft; a grant cannot tell these apart, because all are an update of one column.
create function only_admins_publish() returns trigger language plpgsql as $$
begin
  if current_user = 'oriel_staff' then
    raise exception 'only admins publish or withdraw a document' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger documents_only_admins_publish before update of status on documents for each row
  when (old.status <> new.status and (new.status = 'published' or (old.status = 'published' and new.status <> 'draft')))
  execute function only_admins_publish();
alter table documents enable always trigger documents_only_admins_publish;
