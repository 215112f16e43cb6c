import { teamMember } from '@/lib/authz/guards';
import {
  createDocumentInput,
  type TeamDocumentDetail,
  teamDocument,
  teamDocumentDetail,
  teamDocumentFilter,
} from '@/lib/documents/schemas';
import { listTeamDocuments } from '@/lib/documents/team-queries';
import { uploadDocument } from '@/lib/documents/uploads';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';

export const GET = defineReadRoute({
  summary: "The business's documents, those changed last first, in every state.",
  guard: teamMember,
  input: teamDocumentFilter,
  output: listOf(teamDocument),
  run: listTeamDocuments,
});

export const POST = defineUploadRoute({
  summary: 'Adds a document to a project, with its first version as a draft.',
  guard: teamMember,
  kind: 'document',
  fileField: 'file',
  input: createDocumentInput,
  output: recordOf(teamDocumentDetail),
  run: ([file], input, actor, keep) => uploadDocument(file, input, actor, keep),
  answer: (document: TeamDocumentDetail) => ({ data: document }),
  redirectTo: ({ data }) => paths.admin.documents.show(data.id),
});
