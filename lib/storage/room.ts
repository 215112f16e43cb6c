import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';

/** Uploads of one tenant that are received at the same time: six people with two each, as the pages send them. */
const mostAtOnce = 12;

/** Bytes of a form beside its files: a body may be so much longer than the room and still fit. */
const beside = 64 * 1024;

/** The uploads that this process receives now, by tenant: how many, and the bytes that lie in the spool. */
const receiving = new Map<string, { uploads: number; bytes: number }>();

/** An upload that is being received. */
export type AdmittedUpload = {
  /** Counts bytes that have arrived. Throws TOO_LARGE where the tenant's unfinished uploads exceed its room together. */
  count(bytes: number): void;
  /** Ends the counting, in every case. */
  leave(): void;
};

/**
 * Admits an upload before its body is read. Throws UNAVAILABLE with the seconds until a retry where the tenant has too many
 * unfinished uploads, TOO_LARGE where its storage is full or smaller than the announced `length` of the body. A body that may
 * come without a file (`needsFile` false) is admitted to a full storage: the first byte of a file is refused.
 */
export async function admitUpload(
  actor: TeamActor | ClientActor,
  length: number | null,
  needsFile = true,
): Promise<AdmittedUpload> {
  const { tenantId } = actor;
  const tenant = receiving.get(tenantId) ?? { uploads: 0, bytes: 0 };
  if (tenant.uploads >= mostAtOnce)
    throw new AppError('UNAVAILABLE', { reason: { key: 'busyUploads' }, retryAfterSeconds: 5 });
  receiving.set(tenantId, tenant);
  tenant.uploads++;
  let arrived = 0;
  const leave = () => {
    tenant.uploads--;
    tenant.bytes -= arrived;
    if (tenant.uploads === 0) receiving.delete(tenantId);
  };
  try {
    const room = await read(actor, storageRoom);
    if ((needsFile && room <= 0) || tenant.bytes + (length ?? 0) - beside > Math.max(room, 0)) throw storageFull();
    const count = (bytes: number) => {
      arrived += bytes;
      tenant.bytes += bytes;
      if (tenant.bytes > room) throw storageFull();
    };
    return { count, leave };
  } catch (error) {
    leave();
    throw error;
  }
}

/** Bytes that the tenant may still store. Uploads wait here for each other until commit, so that two cannot exceed the quota. */
export async function storageRoom(db: ReadDb): Promise<number> {
  const [room] = await db.$queryRaw<{ bytes: bigint }[]>`select storage_room() as bytes`;
  return Number(room?.bytes ?? 0);
}

export function storageFull(): AppError {
  return new AppError('TOO_LARGE', { reason: { key: 'storageFull' } });
}
