import { z } from 'zod';
import type { WriteDb } from '@/lib/db/handles';
import { type AppError, conflict } from '@/lib/errors';

/** The bytes of a file as they were sent to a project. */
export type SentBytes = { projectId: string; sentSha256: Uint8Array<ArrayBuffer> };
export type SentFile = SentBytes & { fileName: string };

/** The record that a project has with the same bytes. `name` is null for a photo without a caption. */
export type SentTwin = { id: string; name: string | null };

/** The field of an upload that may be one of many, some of which were sent before. */
export const skipDuplicate = z
  .stringbool()
  .default(false)
  .describe('Whether a file that this project has already is refused (409, with its id as `duplicate_of`).');

const hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/i)
  .describe('The SHA-256 of the file as it would be sent, in hexadecimal.');

/** A question before an upload. `id` is the project's. */
export const sentFileFilter = z.strictObject({ id: z.uuid(), kind: z.enum(['document', 'photo']), sha256: hex });

/** Its answer: the document or photo that the project has with these bytes. */
export const sentFileAnswer = z.object({
  recordId: z.uuid().nullable(),
  name: z.string().nullable().describe('The title or caption.'),
});

/** 409 for a file that a project has already, with the id of the record that holds it as `duplicate_of`. */
export function sentBefore(fileName: string, record: SentTwin): AppError {
  const params = { name: fileName, as: record.name ?? 'none' };
  return conflict('fileSentBefore', params, { duplicate_of: record.id });
}

/** Lets uploads of the same bytes to a project wait for each other until commit, so that the later one finds the earlier. */
export async function lockSent(db: WriteDb, projectId: string, sha256: Uint8Array): Promise<void> {
  const name = `${projectId} ${Buffer.from(sha256).toString('hex')}`;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
