import { z } from 'zod';

/** The bytes of a file as they were sent to a project. */
export type SentBytes = { projectId: string; sentSha256: Uint8Array<ArrayBuffer> };

/** The record that a project has with the same bytes. `name` is null for a photo without a caption. */
export type SentTwin = { id: string; name: string | null };

/** The field of an upload that may be one of many, some of which were sent before. */
export const skipDuplicate = z
  .stringbool()
  .default(false)
  .describe('Whether a file that this project has already is refused (409, with its id as `duplicate_of`).');

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i)
  .describe('The SHA-256 of the file as it would be sent, in hexadecimal.');

/** A question before an upload. `id` is the project's. */
export const sentFileFilter = z.strictObject({ id: z.uuid(), kind: z.enum(['document', 'photo']), sha256 });

/** Its answer: the document or photo that the project has with these bytes. */
export const sentFileAnswer = z.object({
  recordId: z.uuid().nullable(),
  name: z.string().nullable().describe('The title or caption.'),
});
