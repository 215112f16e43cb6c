import type { ExplainedRecord } from '@/lib/explain/schemas';
import { paths } from '@/lib/paths';

const { admin } = paths;

/** The page of the team where a record is shown and changed. */
export function recordAddress({
  type,
  id,
  projectId,
  clientId,
}: Pick<ExplainedRecord, 'type' | 'id' | 'projectId'> & { clientId?: string }): string {
  const project = projectId ?? id;
  switch (type) {
    case 'project':
      return admin.projects.show(id);
    case 'phase':
      return admin.projects.phase(project, id);
    case 'project_update':
      return admin.projects.update(project, id);
    case 'document':
      return admin.documents.show(id);
    case 'photo':
      return admin.photo(id);
    case 'time_entry':
      return admin.hours.edit(id);
    case 'invoice':
      return admin.invoices.show(id);
    case 'credit_note':
      return admin.creditNotes.show(id);
    case 'ledger_entry':
      return admin.ledger(clientId ? { party_id: clientId } : {});
    case 'ticket':
      return admin.ticket(id);
  }
}
