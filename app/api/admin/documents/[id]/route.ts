import { z } from 'zod';
import { adminUser, teamMember } from '@/lib/authz/guards';
import { documentEdit } from '@/lib/documents/checks';
import { changeDocument, removeDocument } from '@/lib/documents/commands';
import { changeDocumentInput, documentId, teamDocumentDetail } from '@/lib/documents/schemas';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';

const output = recordOf(teamDocumentDetail);

export const GET = defineReadRoute({
  summary: 'One document with its versions, its history and its downloads.',
  guard: teamMember,
  input: documentId,
  output,
  edits: documentEdit,
  run: async (db, input, actor) => ({ data: await getTeamDocument(db, input, actor) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the title of a document, or the type of a draft.',
  guard: teamMember,
  input: changeDocumentInput,
  output,
  edits: documentEdit,
  run: async (db, input, actor) => ({ data: await changeDocument(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes a document that was never published, with its versions and their bytes.',
  guard: adminUser,
  input: documentId,
  output: z.null(),
  status: 204,
  run: async (db, input, actor) => {
    await removeDocument(db, input, actor);
    return null;
  },
});
