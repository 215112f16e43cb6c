-- A person of a client may add a file to a claim as its proof. Only admins and the client see it: it is money, so the row names the
-- person whose proof it is, and staff see no such rows. The key lets a claim refer to a proof of its own person and to no other file.
alter table stored_files add column proof_by_id uuid,
  add constraint stored_files_tenant_id_proof_by_id_fkey foreign key (tenant_id, proof_by_id) references users (tenant_id, id) on delete restrict on update no action;
create unique index stored_files_tenant_id_proof_by_id_id_key on stored_files (tenant_id, proof_by_id, id);
alter table payment_claims add column proof_file_id uuid,
  add constraint payment_claims_tenant_id_user_id_proof_file_id_fkey foreign key (tenant_id, user_id, proof_file_id) references stored_files (tenant_id, proof_by_id, id) on delete restrict on update no action;
create unique index payment_claims_tenant_id_user_id_proof_file_id_key on payment_claims (tenant_id, user_id, proof_file_id);
create index payment_claims_proof_file_id_idx on payment_claims (proof_file_id);

create or replace function refuse_past_quota() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- Two conditions: the right to call storage_room() is checked before the expression that it stands in is evaluated.
  if current_user in ('oriel_client', 'oriel_staff', 'oriel_admin') then
    if storage_room() < 0 then
      raise exception 'the storage quota of the tenant is used up' using errcode = 'check_violation';
    end if;
  end if;
  return null;
end $$;
