import {
  any,
  isAbandoned,
  isMyTicket,
  isNoProof,
  isPublishedToMe,
  mine,
  ofMyClient,
  ofMyTenant,
  ofNewTenant,
  seesRecord,
} from '@/tests/support/wall/row-rules';
import { type Me, type Rows, same } from '@/tests/support/wall/subject';
import { isTakenBack } from '@/tests/support/wall/who-writes-imports';
import type { World } from '@/tests/support/wall/world';
import { type AllowedActions, adds, both, by, inOwnName, team, type WhoWrites } from '@/tests/support/wall/write-rules';

// The write rules of a project's phases, payment schedule, updates, timers, visits, numbers, documents, photos and tickets (see who-writes-what.ts).

const opened: Rows<'support_tickets'> = (row, me) =>
  isMyTicket(row, me) && ofMyClient(row, me) && ofMyTenant(row, me) && row.status === 'open';

const isOpen: Rows<'support_tickets'> = ({ status }) => status === 'open';

/** A file goes to what its own person wrote: also the ticket itself where they opened it; for the team a message or a note. */
const isMyMessage = (id: string | null, { userId }: Me, world: World) =>
  world.ticket_messages.some((message) => message.id === id && same(message.authorId, userId));
const toMyWords: Rows<'ticket_attachments'> = ({ messageId, noteId }, me, world) =>
  noteId === null && (messageId === null || isMyMessage(messageId, me, world));
const toOurWords: Rows<'ticket_attachments'> = ({ ticketId, messageId, noteId }, me, world) =>
  isMyMessage(messageId, me, world) ||
  (messageId === null &&
    noteId === null &&
    world.support_tickets.some(({ id, openedById }) => id === ticketId && same(openedById, me.userId))) ||
  world.ticket_notes.some((note) => note.id === noteId && same(note.authorId, me.userId));

const isDownloadOfMine: Rows<'document_downloads'> = (row, me, world) =>
  ofMyClient(row, me) &&
  world.document_versions.some((version) => version.id === row.versionId && isPublishedToMe(version, me, world));

/** A file stays `stored` while a record references it. */
const isStoredWhileUsed: Rows<'stored_files'> = ({ id, status }, _me, world) => {
  const { document_versions: versions, photo_variants: variants, ticket_attachments: attachments } = world;
  const holders = [versions, world.document_pictures, variants, attachments].flat();
  const isProof = world.payment_claims.some(({ proofFileId }) => proofFileId === id);
  const isImport = world.imports.some(({ fileId }) => fileId === id);
  return status === 'stored' || !(isLogo(id, world) || isProof || isImport || holders.some(holds(id)));
};
const isPending: Rows<'stored_files'> = ({ status }) => status === 'pending';
/** A proof of payment or a file of a ticket, of my own. */
const isBroughtByMe: Rows<'stored_files'> = ({ proofById, attachedById }, me) =>
  same(proofById, me.userId) || same(attachedById, me.userId);
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

const project: AllowedActions<'projects'> = {
  adds: adds(ofMyTenant),
  changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'clientId', 'createdAt'] } },
};

export const recordActions = {
  projects: {
    staff: project,
    admin: { ...project, removes: isTakenBack('projects') },
    platform: { adds: adds(ofNewTenant) },
  },
  phases: team({
    adds: adds(ofMyTenant),
    changes: {
      rows: ofMyTenant,
      columns: { except: ['id', 'tenantId', 'clientId', 'projectId', 'createdAt', 'revision', 'completedAt'] },
    },
    removes: ofMyTenant,
  }),
  // By the trigger alone, with the change that it keeps.
  phase_date_changes: { definer: { adds: adds(any) } },
  phase_templates: {
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { only: ['name', 'phases', 'updatedAt'] } },
      removes: ofMyTenant,
    },
  },
  work_timers: team<'work_timers'>({ adds: adds(mine), removes: mine }),
  visits: {
    client: { adds: adds(mine), changes: { rows: mine, columns: { only: ['seenAt', 'previousAt'] } } },
  },
  search_entries: {
    definer: {
      adds: adds(any),
      // Prisma's types do not know the column of words.
      changes: { rows: any, columns: { only: ['datedAt', 'title', 'slips', 'words' as 'title'] } },
      removes: any,
    },
  },
  number_sequences: {
    definer: { adds: adds(ofMyTenant), changes: { rows: ofMyTenant, columns: 'all', becomes: ofMyTenant } },
  },
  instalments: {
    admin: {
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { only: ['phaseId', 'position', 'title', 'rate', 'amountMinor', 'dueOn', 'updatedAt'] },
      },
      removes: ofMyTenant,
    },
  },
  stored_files: {
    client: {
      adds: adds(both(both(ofMyTenant, isBroughtByMe), isPending), { except: ['searchText'] }),
      changes: { rows: both(isBroughtByMe, isPending), columns: { only: ['status'] } },
      removes: both(isBroughtByMe, isPending),
    },
    staff: filesOf(both(ofMyTenant, isNoProof)),
    admin: filesOf(ofMyTenant),
    worker: { removes: isAbandoned },
    definer: { changes: { rows: ofMyTenant, columns: { only: ['status'] }, becomes: isPending } },
  },
  statement_prints: {
    definer: {
      adds: adds(ofMyTenant, { except: ['id', 'code'] }),
      changes: { rows: ofMyTenant, columns: { only: ['accountEnd'] } },
    },
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
      adds: adds(opened, {
        except: [
          ...(['openedById', 'openedByName', 'assigneeId', 'assigneeName', 'answeredAt', 'firstAnsweredAt'] as const),
          ...(['closedAt', 'searchText', 'statusKey'] as const),
        ],
      }),
      changes: {
        rows: isMyTicket,
        columns: { only: ['status', 'closedAt', 'lastActivityAt', 'askedAt', 'waitingSince', 'updatedAt'] },
        becomes: ({ status }) => status !== 'closed',
      },
    },
    ...team<'support_tickets'>({
      adds: adds(both(both(ofMyTenant, by('openedById')), isOpen)),
      changes: {
        rows: ofMyTenant,
        columns: {
          only: [
            ...(['subject', 'category', 'priority', 'status', 'assigneeId', 'assigneeName', 'closedAt'] as const),
            ...(['lastActivityAt', 'askedAt', 'answeredAt', 'firstAnsweredAt', 'waitingSince', 'updatedAt'] as const),
          ],
        },
      },
    }),
  },
  ticket_messages: {
    client: { adds: adds(both(isMyTicket, inOwnName)) },
    ...team<'ticket_messages'>({ adds: adds(both(ofMyTenant, inOwnName)) }),
  },
  ticket_notes: team({ adds: adds(both(ofMyTenant, by('authorId'))) }),
  ticket_attachments: {
    client: { adds: adds(both(both(isMyTicket, by('attachedById')), toMyWords)) },
    ...team<'ticket_attachments'>({ adds: adds(both(both(ofMyTenant, by('attachedById')), toOurWords)) }),
  },
  ticket_reads: {
    client: {
      adds: adds(both(mine, isMyTicket)),
      changes: { rows: both(mine, isMyTicket), columns: { only: ['readAt'] } },
    },
    ...team<'ticket_reads'>({
      adds: adds(both(mine, ofMyTenant)),
      changes: { rows: both(mine, ofMyTenant), columns: { only: ['readAt'] } },
    }),
  },
  ticket_topics: { client: { adds: adds(both(isMyTicket, seesRecord)) } },
  saved_replies: team({
    adds: adds(ofMyTenant),
    changes: { rows: ofMyTenant, columns: { only: ['name', 'body', 'updatedAt'] } },
    removes: ofMyTenant,
  }),
  support_settings: {
    admin: { adds: adds(ofMyTenant), changes: { rows: ofMyTenant, columns: { except: ['tenantId'] } } },
  },
} satisfies Partial<WhoWrites>;
