import { adminUser, teamMember } from '@/lib/authz/guards';
import { createDocumentType } from '@/lib/documents/types/commands';
import { listDocumentTypes } from '@/lib/documents/types/queries';
import { createDocumentTypeInput, documentTypeDetail, documentTypeFilter } from '@/lib/documents/types/schemas';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: 'The types of documents by name, with what each asks for.',
  guard: teamMember,
  input: documentTypeFilter,
  output: listOf(documentTypeDetail),
  run: listDocumentTypes,
});

export const POST = defineWriteRoute({
  summary: 'Adds a type of documents.',
  guard: adminUser,
  input: createDocumentTypeInput,
  output: recordOf(documentTypeDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await createDocumentType(db, input, actor) }),
});
