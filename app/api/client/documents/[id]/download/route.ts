import { clientUser } from '@/lib/authz/guards';
import { getPublishedFile, recordDownload } from '@/lib/documents/files';
import { documentId } from '@/lib/documents/schemas';
import { defineFileRoute } from '@/lib/doors/file-route';
import { noteOpening } from '@/lib/openings/commands';

export const GET = defineFileRoute({
  summary: 'The file of a published document. The business sees the download.',
  guard: clientUser,
  input: documentId,
  disposition: 'attachment',
  find: getPublishedFile,
  record: async (db, input, actor) => {
    await recordDownload(db, input, actor);
    await noteOpening(db, { type: 'document', ...input }, 'downloaded', actor);
  },
});
