-- An invoice that was moved in keeps the number that it was printed with, outside of the portal's own series. Once its import is taken
-- back it is void, and its number is free for a corrected file.
alter table invoices drop constraint invoices_numbered;
alter table invoices add constraint invoices_numbered check ((series is null) = (sequence is null) and (series is null or number is not null) and sequence > 0);
drop index invoices_tenant_id_number_key;
create unique index invoices_tenant_id_number_key on invoices (tenant_id, number) where series is not null or status <> 'void';
