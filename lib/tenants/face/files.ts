import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { ServedFile } from '@/lib/storage/columns';

/** The logo file of an active business by its slug, for visitors. Throws NOT_FOUND. */
export async function getFaceLogo(db: ReadDb, { business }: { business: string }): Promise<ServedFile> {
  const rows = await db.$queryRaw<ServedFile[]>`
    select storage_key as "storageKey", file_name as "fileName", content_type as "contentType", byte_size as "byteSize", sha256,
      status::text, created_at as "createdAt" from business_logo(${business})`;
  return orNotFound(rows[0]);
}
