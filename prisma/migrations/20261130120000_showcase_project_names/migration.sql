-- Whether the public showcase names the project of each photo.
ALTER TABLE "tenants" ADD COLUMN "showcase_project_names" BOOLEAN NOT NULL DEFAULT false;
