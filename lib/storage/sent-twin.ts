import type { WriteDb } from '@/lib/db/handles';
import { type AppError, conflict } from '@/lib/errors';
import type { SentBytes, SentTwin } from '@/lib/sent-file';

export type SentFile = SentBytes & { fileName: string };

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
