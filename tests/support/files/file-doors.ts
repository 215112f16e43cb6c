import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { found } from '@/lib/errors';
import { servedColumns } from '@/lib/storage/columns';
import { keepFiles } from '@/lib/storage/keep';
import type { UploadKind } from '@/lib/storage/kinds';

/** A door that keeps up to three files of a kind and answers with their ids. */
export const uploadDoor = (kind: UploadKind) =>
  defineUploadRoute({
    summary: 'Keeps files.',
    who: teamMember,
    kind,
    fileField: 'newFile',
    most: 3,
    input: z.strictObject({
      title: z.string().nullish(),
      pageCount: z.number().nullish(),
      isFinal: z.boolean().optional(),
    }),
    output: z.object({ fileIds: z.array(z.string()), title: z.string().nullish(), pageCount: z.number().nullish() }),
    run: (files, { title, pageCount }, who) =>
      keepFiles(who, files, async (_db, fileIds) => ({ fileIds, title, pageCount })),
    redirectTo: ({ fileIds }) => `/kept/${fileIds.length}`,
  });

/** A door that sends any file of the business. */
export const downloadDoor = defineFileRoute({
  summary: 'Sends a file.',
  who: teamMember,
  input: z.strictObject({ id: z.uuid(), show: z.literal('1').optional() }),
  disposition: ({ show }) => (show ? 'inline' : 'attachment'),
  find: async (db, { id }) => found(await db.storedFile.findUnique({ where: { id }, select: servedColumns })),
});
