-- CreateEnum
CREATE TYPE "visit_place" AS ENUM ('documents', 'gallery');

-- CreateTable
CREATE TABLE "visits" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "place" "visit_place" NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previous_at" TIMESTAMPTZ(3),

    CONSTRAINT "visits_pkey" PRIMARY KEY ("user_id","place")
);

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

alter table visits add constraint visits_in_order check (previous_at < seen_at);
