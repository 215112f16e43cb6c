import { paths, withQuery } from '@/lib/paths';
import type { SearchKind } from '@/lib/search/schemas';

/** The two areas have addresses of their own. */
export type Area = 'client' | 'admin';

/** A record that the words were found in: `rank` 0 for its exact number, 1 for its title, 2 for its text, 3 for a similar spelling. */
export type Candidate = { kind: SearchKind; id: string; rank: number };

/**
 * The candidates, each record once, the best first: by rank, and within a rank the first of each kind before the second of any, so
 * that a kind with many does not push the others out.
 */
export function bestFirst<C extends Candidate>(candidates: readonly C[]): C[] {
  const places = new Map<string, number>();
  const seen = new Set<string>();
  const placed = candidates.flatMap((candidate) => {
    const { kind, id, rank } = candidate;
    if (seen.has(`${kind} ${id}`)) return [];
    seen.add(`${kind} ${id}`);
    const place = places.get(`${kind} ${rank}`) ?? 0;
    places.set(`${kind} ${rank}`, place + 1);
    return [{ candidate, rank, place }];
  });
  return placed.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ candidate }) => candidate);
}

type Found = { type: SearchKind; id: string; parentId: string | null; projectId: string | null; on: string };

/** The address of the page about a record that was found. */
export function foundAddress(area: Area, found: Found): string {
  return area === 'client' ? clientAddress(found) : teamAddress(found);
}

function clientAddress({ type, id, parentId, projectId, on }: Found): string {
  const { client } = paths;
  const project = projectId ?? id;
  switch (type) {
    case 'phase':
      return client.project.phases(project);
    case 'document':
      return client.document(id);
    case 'photo':
      return withQuery(client.gallery, { photo: id });
    case 'update':
      return `${client.project.updates(project)}#update-${id}`;
    case 'invoice':
      return client.invoice(id);
    case 'credit_note':
      return client.creditNote(id);
    case 'ticket':
      return client.ticket(id);
    case 'message':
    case 'note':
      return `${client.ticket(parentId ?? id)}#${id}`;
    case 'time_entry':
      return client.timeEntries({ ...(projectId && { project_id: projectId }), date_from: on, date_to: on });
    default:
      return client.project.show(project);
  }
}

function teamAddress({ type, id, parentId, projectId, on }: Found): string {
  const { admin } = paths;
  const project = projectId ?? id;
  switch (type) {
    case 'client':
      return admin.clients.show(id);
    case 'person':
      return admin.users.show(id);
    case 'project':
      return admin.projects.show(id);
    case 'phase':
      return admin.projects.phase(project, id);
    case 'document':
      return admin.documents.show(id);
    case 'photo':
      return admin.photo(id);
    case 'update':
      return admin.projects.update(project, id);
    case 'invoice':
      return admin.invoices.show(id);
    case 'credit_note':
      return admin.creditNotes.show(id);
    case 'ticket':
      return admin.ticket(id);
    case 'message':
    case 'note':
      return `${admin.ticket(parentId ?? id)}#${id}`;
    case 'time_entry':
      return withQuery(admin.hours.list, { project_id: projectId, date_from: on, date_to: on });
  }
}
