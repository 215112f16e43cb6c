-- CreateEnum
CREATE TYPE "guest_place" AS ENUM ('opened', 'overview', 'project', 'documents', 'photos', 'hours', 'invoices', 'account', 'file');

alter table tenants add column guest_passes_enabled boolean not null default true;

-- CreateTable
CREATE TABLE "guest_passes" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "sections" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "password_hash" TEXT,
    "has_password" BOOLEAN NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_passes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_pass_projects" (
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "pass_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "guest_pass_projects_pkey" PRIMARY KEY ("pass_id","project_id")
);

-- CreateTable
CREATE TABLE "guest_visits" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pass_id" UUID NOT NULL,
    "place" "guest_place" NOT NULL,
    "record_id" UUID,
    "name" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_visits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "guest_passes_token_hash_key" ON "guest_passes"("token_hash");

-- CreateIndex
CREATE INDEX "guest_passes_user_id_created_at_id_idx" ON "guest_passes"("user_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "guest_passes_tenant_id_client_id_created_at_id_idx" ON "guest_passes"("tenant_id", "client_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_passes_tenant_id_client_id_id_key" ON "guest_passes"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_passes_tenant_id_user_id_id_key" ON "guest_passes"("tenant_id", "user_id", "id");

-- CreateIndex
CREATE INDEX "guest_pass_projects_tenant_id_client_id_project_id_idx" ON "guest_pass_projects"("tenant_id", "client_id", "project_id");

-- CreateIndex
CREATE INDEX "guest_visits_pass_id_created_at_id_idx" ON "guest_visits"("pass_id", "created_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "guest_passes" ADD CONSTRAINT "guest_passes_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guest_passes" ADD CONSTRAINT "guest_passes_tenant_id_client_id_fkey" FOREIGN KEY ("tenant_id", "client_id") REFERENCES "clients"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guest_pass_projects" ADD CONSTRAINT "guest_pass_projects_tenant_id_client_id_pass_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "pass_id") REFERENCES "guest_passes"("tenant_id", "client_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guest_pass_projects" ADD CONSTRAINT "guest_pass_projects_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guest_visits" ADD CONSTRAINT "guest_visits_tenant_id_user_id_pass_id_fkey" FOREIGN KEY ("tenant_id", "user_id", "pass_id") REFERENCES "guest_passes"("tenant_id", "user_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

alter table guest_passes
  add constraint guest_passes_label check (length(label) between 1 and 80),
  add constraint guest_passes_sections check (
    cardinality(sections) > 0 and sections <@ array['progress', 'updates', 'photos', 'documents', 'hours', 'invoices', 'account']),
  -- A day of grace, because the end is that of a day in the zone of the business.
  add constraint guest_passes_life check (expires_at > created_at and expires_at <= created_at + interval '2160 hours' + interval '24 hours'),
  add constraint guest_passes_in_calendar check (
    created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and expires_at >= '1900-01-01T00:00:00Z' and expires_at < '2200-01-01T00:00:00Z'
    and revoked_at >= '1900-01-01T00:00:00Z' and revoked_at < '2200-01-01T00:00:00Z');
alter table guest_visits
  add constraint guest_visits_name check (length(name) <= 300),
  add constraint guest_visits_in_calendar check (created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
-- A page that is loaded again, and the parts of one download, are one visit.
create unique index guest_visits_once on guest_visits (pass_id, place, record_id, date_bin('10 minutes', created_at, '2026-01-01T00:00:00Z'))
  nulls not distinct where place <> 'opened';

alter table guest_passes enable row level security, force row level security;
alter table guest_pass_projects enable row level security, force row level security;
alter table guest_visits enable row level security, force row level security;
