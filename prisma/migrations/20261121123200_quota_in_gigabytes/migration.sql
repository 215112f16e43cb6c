-- Operators read and set it in gigabytes, as disks are sold.
ALTER TABLE "tenants" ALTER COLUMN "storage_quota_bytes" SET DEFAULT 10000000000;

-- The owner is held by the wall too.
alter table tenants disable row level security;
update tenants set storage_quota_bytes = 10000000000 where storage_quota_bytes = 10737418240;
alter table tenants enable row level security;
