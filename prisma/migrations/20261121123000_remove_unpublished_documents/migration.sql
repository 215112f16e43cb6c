-- A document that no client has seen can be removed, and its versions and history with it. A download keeps its document: that
-- key still restricts.
ALTER TABLE "document_versions" DROP CONSTRAINT "document_versions_tenant_id_client_id_document_id_fkey";
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_tenant_id_client_id_document_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "document_id") REFERENCES "documents"("tenant_id", "client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "document_transitions" DROP CONSTRAINT "document_transitions_tenant_id_client_id_document_id_fkey";
ALTER TABLE "document_transitions" ADD CONSTRAINT "document_transitions_tenant_id_client_id_document_id_fkey" FOREIGN KEY ("tenant_id", "client_id", "document_id") REFERENCES "documents"("tenant_id", "client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
