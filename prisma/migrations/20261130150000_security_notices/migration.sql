-- CreateTable
CREATE TABLE "security_notices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "by_id" UUID,
    "by_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "security_notices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "security_notices_user_id_created_at_idx" ON "security_notices"("user_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "security_notices" ADD CONSTRAINT "security_notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

alter table security_notices
  add constraint security_notices_by check ((by_id is null) = (by_name is null)),
  add constraint security_notices_in_calendar check (
    created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and used_at >= '1900-01-01T00:00:00Z' and used_at < '2200-01-01T00:00:00Z'
    and seen_at >= '1900-01-01T00:00:00Z' and seen_at < '2200-01-01T00:00:00Z');

create trigger security_notices_sign before insert on security_notices for each row execute function sign_row('by_id', 'by_name');
alter table security_notices enable always trigger security_notices_sign;
