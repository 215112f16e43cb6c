-- CreateEnum
CREATE TYPE "stored_file_status" AS ENUM ('pending', 'stored');

-- CreateEnum
CREATE TYPE "document_status" AS ENUM ('draft', 'pending', 'approved', 'published', 'rejected');

-- CreateEnum
CREATE TYPE "gallery_visibility" AS ENUM ('internal', 'client', 'public');

-- CreateEnum
CREATE TYPE "user_type" AS ENUM ('super_admin', 'admin', 'staff', 'client');

-- CreateEnum
CREATE TYPE "user_link_purpose" AS ENUM ('invitation', 'password_reset', 'setup');

-- CreateEnum
CREATE TYPE "invoice_status" AS ENUM ('draft', 'issued', 'void');

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('bank_transfer', 'card', 'cash', 'cheque', 'direct_debit', 'other');

-- CreateEnum
CREATE TYPE "ledger_party_type" AS ENUM ('client');

-- CreateEnum
CREATE TYPE "ledger_entry_type" AS ENUM ('invoice', 'payment', 'refund', 'adjustment');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('document_published', 'photos_shared', 'ticket_answered', 'ticket_status_changed', 'invoice_issued', 'payment_recorded', 'phase_completed', 'project_update_posted');

-- CreateEnum
CREATE TYPE "client_kind" AS ENUM ('household', 'company');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('planned', 'active', 'on_hold', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "phase_status" AS ENUM ('not_started', 'in_progress', 'on_hold', 'completed');

-- CreateEnum
CREATE TYPE "ticket_category" AS ENUM ('question', 'problem', 'change_request', 'billing', 'other');

-- CreateEnum
CREATE TYPE "ticket_priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "ticket_status" AS ENUM ('open', 'in_progress', 'closed');

-- CreateEnum
CREATE TYPE "tenant_status" AS ENUM ('active', 'suspended');

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT,
    "actor_type" "user_type",
    "action" TEXT NOT NULL,
    "record_type" TEXT,
    "record_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "ip" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "status" "stored_file_status" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_types" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "requires_approval" BOOLEAN NOT NULL DEFAULT false,
    "forbids_own_approval" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "document_type_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" "document_status" NOT NULL DEFAULT 'draft',
    "published_version_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_versions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_transitions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "from_status" "document_status" NOT NULL,
    "to_status" "document_status" NOT NULL,
    "reason" TEXT,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_transitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_downloads" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_downloads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gallery_items" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "phase_id" UUID,
    "visibility" "gallery_visibility" NOT NULL DEFAULT 'internal',
    "caption" TEXT,
    "taken_at" TIMESTAMPTZ(3),
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "placeholder" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gallery_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gallery_variants" (
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "gallery_item_id" UUID NOT NULL,
    "variant" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "gallery_variants_pkey" PRIMARY KEY ("gallery_item_id","variant")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "user_type" "user_type" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "client_portal_enabled" BOOLEAN NOT NULL DEFAULT false,
    "client_id" UUID,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_links" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "purpose" "user_link_purpose" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle_counters" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_counters_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID,
    "number" INTEGER,
    "status" "invoice_status" NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL,
    "issued_on" DATE,
    "due_on" DATE,
    "notes" TEXT,
    "net_minor" BIGINT NOT NULL DEFAULT 0,
    "tax_minor" BIGINT NOT NULL DEFAULT 0,
    "total_minor" BIGINT NOT NULL DEFAULT 0,
    "paid_minor" BIGINT NOT NULL DEFAULT 0,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity_thousandth" BIGINT NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "tax_rate_basis_points" INTEGER NOT NULL,
    "net_minor" BIGINT NOT NULL,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "invoice_id" UUID,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "paid_on" DATE NOT NULL,
    "method" "payment_method" NOT NULL DEFAULT 'bank_transfer',
    "reference" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "party_type" "ledger_party_type" NOT NULL DEFAULT 'client',
    "party_id" UUID NOT NULL,
    "entry_type" "ledger_entry_type" NOT NULL,
    "entry_on" DATE NOT NULL,
    "description" TEXT NOT NULL,
    "reference" TEXT,
    "debit_minor" BIGINT NOT NULL DEFAULT 0,
    "credit_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "invoice_id" UUID,
    "payment_id" UUID,
    "posting_number" INTEGER NOT NULL DEFAULT 0,
    "balance_after_minor" BIGINT NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "email" BOOLEAN NOT NULL,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "clients" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "client_kind" NOT NULL DEFAULT 'household',
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "currency" CHAR(3) NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "internal_notes" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "client_user_id" UUID,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "status" "project_status" NOT NULL DEFAULT 'planned',
    "address" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "contract_value_minor" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phases" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" "phase_status" NOT NULL DEFAULT 'not_started',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "planned_start_on" DATE,
    "planned_end_on" DATE,
    "actual_start_on" DATE,
    "actual_end_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_updates" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "posted_on" DATE NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_update_photos" (
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "update_id" UUID NOT NULL,
    "gallery_item_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "project_update_photos_pkey" PRIMARY KEY ("update_id","gallery_item_id")
);

-- CreateTable
CREATE TABLE "project_comments" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "update_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_type" "user_type" NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_tickets" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "client_user_id" UUID NOT NULL,
    "client_user_name" TEXT NOT NULL,
    "project_id" UUID,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "category" "ticket_category" NOT NULL DEFAULT 'question',
    "priority" "ticket_priority" NOT NULL DEFAULT 'normal',
    "status" "ticket_status" NOT NULL DEFAULT 'open',
    "body" TEXT NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_messages" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_user_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_type" "user_type" NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_notes" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_user_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_attachments" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_user_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "message_id" UUID,
    "note_id" UUID,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "tenant_status" NOT NULL DEFAULT 'active',
    "currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "accent" TEXT NOT NULL DEFAULT '#1F5C57',
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "address" TEXT,
    "tax_number" TEXT,
    "logo_file_id" UUID,
    "showcase_enabled" BOOLEAN NOT NULL DEFAULT false,
    "storage_quota_bytes" BIGINT NOT NULL DEFAULT 10737418240,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_sequences" (
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "number_sequences_pkey" PRIMARY KEY ("tenant_id","kind")
);

-- CreateTable
CREATE TABLE "time_entries" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "worked_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "billable" BOOLEAN NOT NULL DEFAULT true,
    "cost_rate_minor" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "time_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entries_tenant_id_created_at_id_idx" ON "audit_entries"("tenant_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_entries_tenant_id_record_type_record_id_created_at_idx" ON "audit_entries"("tenant_id", "record_type", "record_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_tenant_id_actor_id_created_at_idx" ON "audit_entries"("tenant_id", "actor_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_storage_key_key" ON "stored_files"("storage_key");

-- CreateIndex
CREATE INDEX "stored_files_status_created_at_idx" ON "stored_files"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_tenant_id_id_key" ON "stored_files"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_types_tenant_id_id_key" ON "document_types"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_types_tenant_id_name_key" ON "document_types"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "documents_client_id_published_at_id_idx" ON "documents"("client_id", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "documents_tenant_id_status_updated_at_id_idx" ON "documents"("tenant_id", "status", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "documents_project_id_idx" ON "documents"("project_id");

-- CreateIndex
CREATE INDEX "documents_published_version_id_idx" ON "documents"("published_version_id");

-- CreateIndex
CREATE INDEX "documents_document_type_id_idx" ON "documents"("document_type_id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_tenant_id_client_id_id_key" ON "documents"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_versions_document_id_number_key" ON "document_versions"("document_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "document_versions_tenant_id_document_id_id_key" ON "document_versions"("tenant_id", "document_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_versions_file_id_key" ON "document_versions"("file_id");

-- CreateIndex
CREATE INDEX "document_transitions_document_id_created_at_idx" ON "document_transitions"("document_id", "created_at");

-- CreateIndex
CREATE INDEX "document_downloads_document_id_created_at_idx" ON "document_downloads"("document_id", "created_at");

-- CreateIndex
CREATE INDEX "gallery_items_client_id_visibility_taken_at_id_idx" ON "gallery_items"("client_id", "visibility", "taken_at" DESC, "id");

-- CreateIndex
CREATE INDEX "gallery_items_tenant_id_visibility_taken_at_id_idx" ON "gallery_items"("tenant_id", "visibility", "taken_at" DESC, "id");

-- CreateIndex
CREATE INDEX "gallery_items_project_id_idx" ON "gallery_items"("project_id");

-- CreateIndex
CREATE INDEX "gallery_items_phase_id_idx" ON "gallery_items"("phase_id");

-- CreateIndex
CREATE UNIQUE INDEX "gallery_items_tenant_id_client_id_project_id_id_key" ON "gallery_items"("tenant_id", "client_id", "project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "gallery_items_tenant_id_client_id_id_key" ON "gallery_items"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "gallery_variants_file_id_key" ON "gallery_variants"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_tenant_id_name_id_idx" ON "users"("tenant_id", "name", "id");

-- CreateIndex
CREATE INDEX "users_client_id_idx" ON "users"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_id_key" ON "users"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_client_id_id_key" ON "users"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "sessions_user_id_last_seen_at_idx" ON "sessions"("user_id", "last_seen_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_created_at_idx" ON "api_tokens"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "user_links_token_hash_key" ON "user_links"("token_hash");

-- CreateIndex
CREATE INDEX "user_links_user_id_purpose_idx" ON "user_links"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "throttle_counters_expire_idx" ON "throttle_counters"("expire");

-- CreateIndex
CREATE INDEX "invoices_client_id_issued_on_id_idx" ON "invoices"("client_id", "issued_on" DESC, "id");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_status_due_on_id_idx" ON "invoices"("tenant_id", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_created_at_id_idx" ON "invoices"("tenant_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "invoices_project_id_idx" ON "invoices"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_tenant_id_client_id_id_key" ON "invoices"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_tenant_id_number_key" ON "invoices"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_invoice_id_position_key" ON "invoice_lines"("invoice_id", "position");

-- CreateIndex
CREATE INDEX "payments_client_id_paid_on_id_idx" ON "payments"("client_id", "paid_on" DESC, "id");

-- CreateIndex
CREATE INDEX "payments_invoice_id_idx" ON "payments"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_tenant_id_client_id_id_key" ON "payments"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "ledger_entries_party_id_entry_on_posting_number_idx" ON "ledger_entries"("party_id", "entry_on", "posting_number");

-- CreateIndex
CREATE INDEX "ledger_entries_tenant_id_created_at_id_idx" ON "ledger_entries"("tenant_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "ledger_entries_invoice_id_idx" ON "ledger_entries"("invoice_id");

-- CreateIndex
CREATE INDEX "ledger_entries_payment_id_idx" ON "ledger_entries"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entries_party_id_posting_number_key" ON "ledger_entries"("party_id", "posting_number");

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_id_idx" ON "notifications"("user_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "notifications_user_id_read_at_idx" ON "notifications"("user_id", "read_at");

-- CreateIndex
CREATE INDEX "clients_tenant_id_name_id_idx" ON "clients"("tenant_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clients_tenant_id_id_key" ON "clients"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clients_tenant_id_id_currency_key" ON "clients"("tenant_id", "id", "currency");

-- CreateIndex
CREATE INDEX "projects_tenant_id_created_at_id_idx" ON "projects"("tenant_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "projects_client_id_created_at_id_idx" ON "projects"("client_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "projects_tenant_id_status_created_at_id_idx" ON "projects"("tenant_id", "status", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "projects_client_user_id_idx" ON "projects"("client_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_tenant_id_client_id_id_key" ON "projects"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "phases_client_id_project_id_position_idx" ON "phases"("client_id", "project_id", "position");

-- CreateIndex
CREATE INDEX "phases_tenant_id_planned_end_on_idx" ON "phases"("tenant_id", "planned_end_on");

-- CreateIndex
CREATE UNIQUE INDEX "phases_tenant_id_client_id_project_id_id_key" ON "phases"("tenant_id", "client_id", "project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "phases_project_id_key_key" ON "phases"("project_id", "key");

-- CreateIndex
CREATE INDEX "project_updates_client_id_posted_on_id_idx" ON "project_updates"("client_id", "posted_on" DESC, "id");

-- CreateIndex
CREATE INDEX "project_updates_project_id_posted_on_id_idx" ON "project_updates"("project_id", "posted_on" DESC, "id");

-- CreateIndex
CREATE INDEX "project_updates_tenant_id_posted_on_id_idx" ON "project_updates"("tenant_id", "posted_on" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_updates_tenant_id_client_id_project_id_id_key" ON "project_updates"("tenant_id", "client_id", "project_id", "id");

-- CreateIndex
CREATE INDEX "project_update_photos_gallery_item_id_idx" ON "project_update_photos"("gallery_item_id");

-- CreateIndex
CREATE INDEX "project_comments_update_id_created_at_idx" ON "project_comments"("update_id", "created_at");

-- CreateIndex
CREATE INDEX "support_tickets_tenant_id_status_last_activity_at_id_idx" ON "support_tickets"("tenant_id", "status", "last_activity_at" DESC, "id");

-- CreateIndex
CREATE INDEX "support_tickets_client_user_id_last_activity_at_id_idx" ON "support_tickets"("client_user_id", "last_activity_at" DESC, "id");

-- CreateIndex
CREATE INDEX "support_tickets_tenant_id_last_activity_at_id_idx" ON "support_tickets"("tenant_id", "last_activity_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "support_tickets_tenant_id_client_user_id_id_key" ON "support_tickets"("tenant_id", "client_user_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "support_tickets_tenant_id_number_key" ON "support_tickets"("tenant_id", "number");

-- CreateIndex
CREATE INDEX "ticket_messages_ticket_id_created_at_idx" ON "ticket_messages"("ticket_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_messages_tenant_id_client_user_id_ticket_id_id_key" ON "ticket_messages"("tenant_id", "client_user_id", "ticket_id", "id");

-- CreateIndex
CREATE INDEX "ticket_notes_ticket_id_created_at_idx" ON "ticket_notes"("ticket_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_notes_tenant_id_client_user_id_ticket_id_id_key" ON "ticket_notes"("tenant_id", "client_user_id", "ticket_id", "id");

-- CreateIndex
CREATE INDEX "ticket_attachments_ticket_id_idx" ON "ticket_attachments"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_attachments_file_id_key" ON "ticket_attachments"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

-- CreateIndex
CREATE INDEX "tenants_created_at_id_idx" ON "tenants"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "time_entries_client_id_worked_on_id_idx" ON "time_entries"("client_id", "worked_on" DESC, "id");

-- CreateIndex
CREATE INDEX "time_entries_project_id_worked_on_id_idx" ON "time_entries"("project_id", "worked_on" DESC, "id");

-- CreateIndex
CREATE INDEX "time_entries_tenant_id_worked_on_id_idx" ON "time_entries"("tenant_id", "worked_on" DESC, "id");

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_types" ADD CONSTRAINT "document_types_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_document_type_id_fkey" FOREIGN KEY ("tenant_id", "document_type_id") REFERENCES "document_types"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_id_published_version_id_fkey" FOREIGN KEY ("tenant_id", "id", "published_version_id") REFERENCES "document_versions"("tenant_id", "document_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_tenant_id_client_id_document_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "document_id") REFERENCES "documents"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_files"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_tenant_id_uploaded_by_id_fkey" FOREIGN KEY ("tenant_id", "uploaded_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_transitions" ADD CONSTRAINT "document_transitions_tenant_id_client_id_document_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "document_id") REFERENCES "documents"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_transitions" ADD CONSTRAINT "document_transitions_tenant_id_actor_id_fkey" FOREIGN KEY ("tenant_id", "actor_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_downloads" ADD CONSTRAINT "document_downloads_tenant_id_client_id_document_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "document_id") REFERENCES "documents"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_downloads" ADD CONSTRAINT "document_downloads_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "gallery_items" ADD CONSTRAINT "gallery_items_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallery_items" ADD CONSTRAINT "gallery_items_tenant_id_client_id_project_id_phase_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id", "phase_id") REFERENCES "phases"("tenant_id", "client_id", "project_id", "id") ON DELETE SET NULL ("phase_id") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallery_items" ADD CONSTRAINT "gallery_items_tenant_id_uploaded_by_id_fkey" FOREIGN KEY ("tenant_id", "uploaded_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "gallery_variants" ADD CONSTRAINT "gallery_variants_tenant_id_client_id_gallery_item_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "gallery_item_id") REFERENCES "gallery_items"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallery_variants" ADD CONSTRAINT "gallery_variants_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_files"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_client_id_fkey" FOREIGN KEY ("tenant_id", "client_id") REFERENCES "clients"("tenant_id", "id") ON DELETE SET NULL ("client_id") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_links" ADD CONSTRAINT "user_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_client_id_currency_fkey" FOREIGN KEY ("tenant_id", "client_id", "currency") REFERENCES "clients"("tenant_id", "id", "currency") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tenant_id_client_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "invoice_id") REFERENCES "invoices"("tenant_id", "client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_client_id_currency_fkey" FOREIGN KEY ("tenant_id", "client_id", "currency") REFERENCES "clients"("tenant_id", "id", "currency") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_client_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "invoice_id") REFERENCES "invoices"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_recorded_by_id_fkey" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_tenant_id_party_id_currency_fkey" FOREIGN KEY ("tenant_id", "party_id", "currency") REFERENCES "clients"("tenant_id", "id", "currency") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_tenant_id_party_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "party_id", "invoice_id") REFERENCES "invoices"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_tenant_id_party_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "party_id", "payment_id") REFERENCES "payments"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_tenant_id_created_by_id_fkey" FOREIGN KEY ("tenant_id", "created_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_tenant_id_client_id_fkey" FOREIGN KEY ("tenant_id", "client_id") REFERENCES "clients"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_tenant_id_client_id_client_user_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "client_user_id") REFERENCES "users"("tenant_id", "client_id", "id") ON DELETE SET NULL ("client_user_id") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "phases" ADD CONSTRAINT "phases_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_tenant_id_author_id_fkey" FOREIGN KEY ("tenant_id", "author_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "project_update_photos" ADD CONSTRAINT "project_update_photos_tenant_id_client_id_project_id_updat_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id", "update_id") REFERENCES "project_updates"("tenant_id", "client_id", "project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_update_photos" ADD CONSTRAINT "project_update_photos_tenant_id_client_id_project_id_galle_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id", "gallery_item_id") REFERENCES "gallery_items"("tenant_id", "client_id", "project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_tenant_id_client_id_project_id_update_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id", "update_id") REFERENCES "project_updates"("tenant_id", "client_id", "project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_tenant_id_author_id_fkey" FOREIGN KEY ("tenant_id", "author_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "support_tickets" ADD CONSTRAINT "support_tickets_tenant_id_client_user_id_fkey" FOREIGN KEY ("tenant_id", "client_user_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "support_tickets" ADD CONSTRAINT "support_tickets_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_tenant_id_client_user_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "client_user_id", "ticket_id") REFERENCES "support_tickets"("tenant_id", "client_user_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_tenant_id_author_id_fkey" FOREIGN KEY ("tenant_id", "author_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_notes" ADD CONSTRAINT "ticket_notes_tenant_id_client_user_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "client_user_id", "ticket_id") REFERENCES "support_tickets"("tenant_id", "client_user_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_notes" ADD CONSTRAINT "ticket_notes_tenant_id_author_id_fkey" FOREIGN KEY ("tenant_id", "author_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_attachments" ADD CONSTRAINT "ticket_attachments_tenant_id_client_user_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "client_user_id", "ticket_id") REFERENCES "support_tickets"("tenant_id", "client_user_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_attachments" ADD CONSTRAINT "ticket_attachments_tenant_id_client_user_id_ticket_id_mess_fkey" FOREIGN KEY ("tenant_id", "client_user_id", "ticket_id", "message_id") REFERENCES "ticket_messages"("tenant_id", "client_user_id", "ticket_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_attachments" ADD CONSTRAINT "ticket_attachments_tenant_id_client_user_id_ticket_id_note_fkey" FOREIGN KEY ("tenant_id", "client_user_id", "ticket_id", "note_id") REFERENCES "ticket_notes"("tenant_id", "client_user_id", "ticket_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ticket_attachments" ADD CONSTRAINT "ticket_attachments_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_files"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_id_logo_file_id_fkey" FOREIGN KEY ("id", "logo_file_id") REFERENCES "stored_files"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_tenant_id_client_id_project_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "project_id") REFERENCES "projects"("tenant_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
