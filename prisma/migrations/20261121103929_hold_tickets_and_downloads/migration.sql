-- AddForeignKey
ALTER TABLE "document_downloads" ADD CONSTRAINT "document_downloads_tenant_id_document_id_version_id_fkey" FOREIGN KEY ("tenant_id", "document_id", "version_id") REFERENCES "document_versions"("tenant_id", "document_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "support_tickets" ADD CONSTRAINT "support_tickets_tenant_id_client_id_fkey" FOREIGN KEY ("tenant_id", "client_id") REFERENCES "clients"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
