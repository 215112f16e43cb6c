import { teamMember } from '@/lib/authz/guards';
import { addVersionInput, type TeamDocumentDetail, teamDocumentDetail } from '@/lib/documents/schemas';
import { uploadVersion } from '@/lib/documents/uploads';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';

export const POST = defineUploadRoute({
  summary: 'Adds a version as a draft; clients see the published one until it is replaced.',
  guard: teamMember,
  kind: 'document',
  fileField: 'file',
  input: addVersionInput,
  output: recordOf(teamDocumentDetail),
  run: ([file], input, actor, keep) => uploadVersion(file, input, actor, keep),
  answer: (document: TeamDocumentDetail) => ({ data: document }),
  redirectTo: ({ data }) => paths.admin.documents.show(data.id),
});
