import { teamMember } from '@/lib/authz/guards';
import { documentId, teamDocumentDetail } from '@/lib/documents/schemas';
import { uploadVersion } from '@/lib/documents/uploads';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';

export const POST = defineUploadRoute({
  summary: 'Adds a version as a draft; clients see the published one until it is replaced.',
  guard: teamMember,
  kind: 'document',
  fileField: 'file',
  input: documentId,
  output: recordOf(teamDocumentDetail),
  run: async ([file], input, actor) => ({ data: await uploadVersion(file, input, actor) }),
  redirectTo: ({ data }) => paths.admin.documents.show(data.id),
});
