-- CreateTable
CREATE TABLE "document_pictures" (
    "version_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "document_pictures_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_pictures_tenant_id_document_id_version_id_key" ON "document_pictures"("tenant_id", "document_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_pictures_file_id_key" ON "document_pictures"("file_id");

-- AddForeignKey
ALTER TABLE "document_pictures" ADD CONSTRAINT "document_pictures_tenant_id_client_id_document_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "document_id") REFERENCES "documents"("tenant_id", "client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_pictures" ADD CONSTRAINT "document_pictures_tenant_id_document_id_version_id_fkey" FOREIGN KEY ("tenant_id", "document_id", "version_id") REFERENCES "document_versions"("tenant_id", "document_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_pictures" ADD CONSTRAINT "document_pictures_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_files"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
