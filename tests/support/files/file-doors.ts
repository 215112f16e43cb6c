import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { orNotFound } from '@/lib/errors';
import { servedColumns } from '@/lib/storage/columns';
import type { UploadKind } from '@/lib/storage/kinds';

type Kept = { fileIds: string[]; title: string | null | undefined; pageCount: number | null | undefined };

/** A door that keeps up to three files of a kind and returns their ids. */
export const uploadDoor = (kind: UploadKind) =>
  defineUploadRoute({
    summary: 'Keeps files.',
    guard: teamMember,
    kind,
    fileField: 'newFile',
    most: 3,
    input: z.strictObject({
      title: z.string().nullish(),
      pageCount: z.number().nullish(),
      isFinal: z.boolean().optional(),
    }),
    output: z.object({ fileIds: z.array(z.string()), title: z.string().nullish(), pageCount: z.number().nullish() }),
    run: (files, { title, pageCount }, _actor, keep) =>
      keep(files, async (_db, fileIds) => ({ fileIds, title, pageCount })),
    answer: (kept: Kept) => kept,
    redirectTo: ({ fileIds }) => `/kept/${fileIds.length}`,
  });

/** A door that sends any file of the tenant. */
export const downloadDoor = defineFileRoute({
  summary: 'Sends a file.',
  guard: teamMember,
  input: z.strictObject({ id: z.uuid(), show: z.literal('1').optional() }),
  disposition: ({ show }) => (show ? 'inline' : 'attachment'),
  find: async (db, { id }) => orNotFound(await db.storedFile.findUnique({ where: { id }, select: servedColumns })),
});
