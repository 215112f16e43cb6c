-- CreateTable
CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "kind" TEXT NOT NULL,
    "arguments" JSONB NOT NULL DEFAULT '{}',
    "pending_key" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease" UUID,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_runs" (
    "tenant_id" UUID NOT NULL,
    "schedule" TEXT NOT NULL,
    "period_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_runs_pkey" PRIMARY KEY ("tenant_id","schedule","period_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "jobs_pending_key_key" ON "jobs"("pending_key");

-- CreateIndex
CREATE INDEX "jobs_due_at_id_idx" ON "jobs"("due_at", "id");

-- CreateIndex
CREATE INDEX "jobs_tenant_id_idx" ON "jobs"("tenant_id");

-- CreateIndex
CREATE INDEX "schedule_runs_created_at_idx" ON "schedule_runs"("created_at");

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

alter table jobs
  add constraint jobs_kind check (kind ~ '^[a-z][a-z_]{1,60}$'),
  add constraint jobs_arguments check (jsonb_typeof(arguments) = 'object' and length(arguments::text) <= 2000),
  add constraint jobs_attempts check (attempts >= 0),
  -- A job with a key has never been taken: from its first lease on, another one may be added.
  add constraint jobs_pending check (pending_key is null or (attempts = 0 and due_at is not null)),
  add constraint jobs_given_up check (due_at is not null or last_error is not null),
  add constraint jobs_in_calendar check (
    due_at >= '1900-01-01T00:00:00Z' and due_at < '2200-01-01T00:00:00Z'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
alter table schedule_runs
  add constraint schedule_runs_in_calendar check (
    period_on >= '1900-01-01' and period_on < '2200-01-01'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
alter table jobs enable row level security, force row level security;
alter table schedule_runs enable row level security, force row level security;
