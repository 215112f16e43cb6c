-- CreateTable
CREATE TABLE "phase_templates" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phases" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phase_templates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "phase_templates_tenant_id_name_key" ON "phase_templates"("tenant_id", "name");

-- AddForeignKey
ALTER TABLE "phase_templates" ADD CONSTRAINT "phase_templates_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- A phase is an object of exactly name, weight and days; `days` is null where the phase has no planned duration.
alter table phase_templates
  add constraint phase_templates_name check (name ~ '\S'),
  add constraint phase_templates_in_calendar check (
    created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'),
  add constraint phase_templates_are_phases check (
    jsonb_typeof(phases) = 'array' and jsonb_array_length(phases) between 1 and 50
    and not jsonb_path_exists(phases, 'strict $[*] ? (@.type() != "object")')
    and not jsonb_path_exists(phases, '$[*] ? (!(@.name.type() == "string" && @.name like_regex "\\S"
      && @.weight.type() == "number" && @.weight >= 1 && @.weight <= 1000 && @.weight.floor() == @.weight
      && (@.days == null || (@.days.type() == "number" && @.days >= 1 && @.days <= 3650 && @.days.floor() == @.days))
      && !exists(@.keyvalue() ? (@.key != "name" && @.key != "weight" && @.key != "days"))))'));
