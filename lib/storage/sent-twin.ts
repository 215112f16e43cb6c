import { z } from 'zod';
import type { WriteDb } from '@/lib/db/handles';
import { type AppError, conflict } from '@/lib/errors';

/** A file as it was sent to a project. */
export type SentFile = { projectId: string; fileName: string; sentSha256: Uint8Array<ArrayBuffer> };

/** The field of an upload that may be one of many, some of which were sent before. */
export const skipDuplicate = z
  .stringbool()
  .default(false)
  .describe('Whether a file that this project has already is refused (409, with its id as `duplicate_of`).');

/** 409 for a file that a project has already, with the id of the record that holds it as `duplicate_of`. */
export function sentBefore(fileName: string, record: { id: string; name: string | null }): AppError {
  const params = { name: fileName, as: record.name ?? 'none' };
  return conflict('fileSentBefore', params, { duplicate_of: record.id });
}

/** Lets uploads of the same bytes to a project wait for each other until commit, so that the later one finds the earlier. */
export async function lockSent(db: WriteDb, projectId: string, sha256: Uint8Array): Promise<void> {
  const name = `${projectId} ${Buffer.from(sha256).toString('hex')}`;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
