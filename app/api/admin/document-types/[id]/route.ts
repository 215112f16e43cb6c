import { z } from 'zod';
import { adminUser, teamMember } from '@/lib/authz/guards';
import { documentTypeEdit } from '@/lib/documents/types/checks';
import { changeDocumentType } from '@/lib/documents/types/commands';
import { getDocumentType } from '@/lib/documents/types/queries';
import { changeDocumentTypeInput, documentTypeDetail } from '@/lib/documents/types/schemas';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';

const output = recordOf(documentTypeDetail);

export const GET = defineReadRoute({
  summary: 'One type of documents.',
  guard: teamMember,
  input: z.strictObject({ id: z.uuid() }),
  output,
  edits: documentTypeEdit,
  run: async (db, input) => ({ data: await getDocumentType(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a type of documents.',
  guard: adminUser,
  input: changeDocumentTypeInput,
  output,
  edits: documentTypeEdit,
  run: async (db, input, actor) => ({ data: await changeDocumentType(db, input, actor) }),
});
