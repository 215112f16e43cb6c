-- A key is 16 random bytes in hexadecimal: no driver can read a path, another bucket or a query into it.
alter table stored_files add constraint stored_files_storage_key check (storage_key ~ '^[0-9a-f]{32}$');
