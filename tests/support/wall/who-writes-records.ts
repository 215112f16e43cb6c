import {
  isAbandoned,
  isMyTicket,
  isNoProof,
  isPublishedToMe,
  mine,
  ofMyClient,
  ofMyProject,
  ofMyTenant,
  ofNewTenant,
} from '@/tests/support/wall/row-rules';
import type { Rows } from '@/tests/support/wall/subject';
import type { World } from '@/tests/support/wall/world';
import { type AllowedActions, adds, both, by, inOwnName, team, type WhoWrites } from '@/tests/support/wall/write-rules';

// The write rules of a project's phases, updates, documents, photos and tickets (see who-writes-what.ts).

const opened: Rows<'support_tickets'> = (row, me) =>
  isMyTicket(row, me) && ofMyClient(row, me) && ofMyTenant(row, me) && row.status === 'open';

const isDownloadOfMine: Rows<'document_downloads'> = (row, me, world) =>
  ofMyClient(row, me) &&
  world.document_versions.some((version) => version.id === row.versionId && isPublishedToMe(version, me, world));

/** A file stays `stored` while a record references it. */
const isStoredWhileUsed: Rows<'stored_files'> = ({ id, status }, _me, world) => {
  const { document_versions: versions, photo_variants: variants, ticket_attachments: attachments } = world;
  const holders = [versions, world.document_pictures, variants, attachments].flat();
  const isProof = world.payment_claims.some(({ proofFileId }) => proofFileId === id);
  return status === 'stored' || !(isLogo(id, world) || isProof || holders.some(holds(id)));
};
const isPending: Rows<'stored_files'> = ({ status }) => status === 'pending';
const filesOf = (rows: Rows<'stored_files'>): AllowedActions<'stored_files'> => ({
  adds: adds(rows),
  changes: { rows, columns: { only: ['status'] }, becomes: isStoredWhileUsed },
  removes: rows,
});
const holds = (id: string) => (row: { fileId: string }) => row.fileId === id;
const isLogo = (id: string, { tenants }: World) => tenants.some(({ logoFileId }) => logoFileId === id);

/** Only admins publish and withdraw. Any uploader of a new version takes a published document back to draft. */
const isNotPublishing: Rows<'documents'> = ({ id, status }, _me, world) => {
  const before = world.documents.find((document) => document.id === id)?.status;
  return status === before || (status !== 'published' && (before !== 'published' || status === 'draft'));
};

/** A document that may have been visible to the client cannot be deleted. */
const wasNeverOut: Rows<'documents'> = ({ id, publishedVersionId }, _me, world) =>
  publishedVersionId === null &&
  !world.document_transitions.some(({ documentId, toStatus }) => documentId === id && toStatus === 'published');

export const recordActions = {
  projects: {
    ...team<'projects'>({
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'clientId', 'createdAt'] } },
    }),
    platform: { adds: adds(ofNewTenant) },
  },
  phases: team({
    adds: adds(ofMyTenant),
    changes: {
      rows: ofMyTenant,
      columns: { except: ['id', 'tenantId', 'clientId', 'projectId', 'createdAt', 'revision'] },
    },
    removes: ofMyTenant,
  }),
  phase_templates: {
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { only: ['name', 'phases', 'updatedAt'] } },
      removes: ofMyTenant,
    },
  },
  project_updates: team({
    adds: adds(both(ofMyTenant, by('authorId'))),
    changes: { rows: ofMyTenant, columns: { only: ['title', 'body', 'postedOn', 'updatedAt'] } },
  }),
  project_update_photos: team({
    adds: adds(ofMyTenant),
    changes: { rows: ofMyTenant, columns: { only: ['position'] } },
    removes: ofMyTenant,
  }),
  project_comments: {
    client: { adds: adds(both(both(ofMyProject, ofMyClient), inOwnName)) },
    ...team<'project_comments'>({ adds: adds(both(ofMyTenant, inOwnName)) }),
  },
  stored_files: {
    client: {
      adds: adds(both(both(ofMyTenant, by('proofById')), isPending), { except: ['searchText'] }),
      changes: { rows: both(by('proofById'), isPending), columns: { only: ['status'] } },
      removes: both(by('proofById'), isPending),
    },
    staff: filesOf(both(ofMyTenant, isNoProof)),
    admin: filesOf(ofMyTenant),
    worker: { removes: isAbandoned },
  },
  document_types: {
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'createdAt'] } },
    },
  },
  documents: {
    staff: {
      adds: adds(ofMyTenant, { except: ['publishedVersionId', 'publishedAt'] }),
      changes: {
        rows: ofMyTenant,
        columns: { only: ['documentTypeId', 'title', 'status', 'updatedAt'] },
        becomes: isNotPublishing,
      },
    },
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'clientId', 'projectId', 'createdAt'] } },
      removes: both(ofMyTenant, wasNeverOut),
    },
  },
  document_versions: team({ adds: adds(both(ofMyTenant, by('uploadedById'))) }),
  document_pictures: team({ adds: adds(ofMyTenant) }),
  document_transitions: team({ adds: adds(both(ofMyTenant, by('actorId'))) }),
  document_downloads: {
    client: {
      adds: adds(both(isDownloadOfMine, mine)),
    },
  },
  photos: team({
    adds: adds(both(ofMyTenant, by('uploadedById'))),
    changes: { rows: ofMyTenant, columns: { only: ['phaseId', 'visibility', 'caption', 'takenAt', 'updatedAt'] } },
    removes: ofMyTenant,
  }),
  photo_variants: team({ adds: adds(ofMyTenant), removes: ofMyTenant }),
  support_tickets: {
    client: {
      adds: adds(opened),
      changes: {
        rows: isMyTicket,
        columns: { only: ['status', 'closedAt', 'lastActivityAt', 'updatedAt'] },
        becomes: ({ status }) => status !== 'closed',
      },
    },
    ...team<'support_tickets'>({
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { only: ['subject', 'category', 'priority', 'status', 'closedAt', 'lastActivityAt', 'updatedAt'] },
      },
    }),
  },
  ticket_messages: {
    client: { adds: adds(both(isMyTicket, inOwnName)) },
    ...team<'ticket_messages'>({ adds: adds(both(ofMyTenant, inOwnName)) }),
  },
  ticket_notes: team({ adds: adds(both(ofMyTenant, by('authorId'))) }),
  ticket_attachments: team({ adds: adds(ofMyTenant) }),
} satisfies Partial<WhoWrites>;
