-- Signs a new row: sign_row(column of the signer's id, of the name[, of the user type]). Policies compare the id with the actor.
-- The time is the database's as soon as the actor has a session or a token: actors of the application always have one. People
-- who never had one act in imported history alone, such as the demo data, and its rows keep their dates.
create function sign_row() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  signer uuid := to_jsonb(new) ->> tg_argv[0];
  signature jsonb := '{}';
begin
  if current_user not in ('oriel_client', 'oriel_staff', 'oriel_admin', 'oriel_platform', 'oriel_login') then
    return new;
  end if;
  if current_user = 'oriel_login' or exists (select from sessions where user_id = app_user()) or exists (select from api_tokens where user_id = app_user()) then
    signature := jsonb_build_object('created_at', date_trunc('milliseconds', clock_timestamp()));
  end if;
  -- The sign-in writes about people it has identified, everybody else about themselves.
  if current_user = 'oriel_login' or signer = app_user() then
    select signature || jsonb_build_object(tg_argv[1], name) || case when tg_nargs > 2 then jsonb_build_object(tg_argv[2], user_type) else '{}' end
      into signature from users where id = signer;
    signature := coalesce(signature, jsonb_build_object('created_at', date_trunc('milliseconds', clock_timestamp())));
  end if;
  return jsonb_populate_record(new, signature);
end $$;

create trigger project_updates_sign before insert on project_updates for each row execute function sign_row('author_id', 'author_name');
alter table project_updates enable always trigger project_updates_sign;
create trigger project_comments_sign before insert on project_comments for each row execute function sign_row('author_id', 'author_name');
alter table project_comments enable always trigger project_comments_sign;
create trigger document_versions_sign before insert on document_versions for each row execute function sign_row('uploaded_by_id', 'uploaded_by_name');
alter table document_versions enable always trigger document_versions_sign;
create trigger document_transitions_sign before insert on document_transitions for each row execute function sign_row('actor_id', 'actor_name');
alter table document_transitions enable always trigger document_transitions_sign;
create trigger document_downloads_sign before insert on document_downloads for each row execute function sign_row('user_id', 'user_name');
alter table document_downloads enable always trigger document_downloads_sign;
create trigger support_tickets_sign before insert on support_tickets for each row execute function sign_row('client_user_id', 'client_user_name');
alter table support_tickets enable always trigger support_tickets_sign;
create trigger ticket_messages_sign before insert on ticket_messages for each row execute function sign_row('author_id', 'author_name');
alter table ticket_messages enable always trigger ticket_messages_sign;
create trigger ticket_notes_sign before insert on ticket_notes for each row execute function sign_row('author_id', 'author_name');
alter table ticket_notes enable always trigger ticket_notes_sign;
create trigger payments_sign before insert on payments for each row execute function sign_row('recorded_by_id', 'recorded_by_name');
alter table payments enable always trigger payments_sign;
create trigger ledger_entries_sign before insert on ledger_entries for each row execute function sign_row('created_by_id', 'created_by_name');
alter table ledger_entries enable always trigger ledger_entries_sign;
create trigger time_entries_sign before insert on time_entries for each row execute function sign_row('user_id', 'user_name');
alter table time_entries enable always trigger time_entries_sign;
create trigger audit_entries_sign before insert on audit_entries for each row execute function sign_row('actor_id', 'actor_name', 'actor_type');
alter table audit_entries enable always trigger audit_entries_sign;
