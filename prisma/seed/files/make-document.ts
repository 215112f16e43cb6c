import { firstPageOf } from '@/lib/storage/pdf-picture';
import type { SeedStorage, StoredFile } from '@/prisma/seed/files/storage';

/** A PDF in the storage, and the picture of its first page. */
export type StoredDocument = StoredFile & { picture: { file: StoredFile; width: number; height: number } | null };

/** Stores a PDF and the picture of its first page, as the steps of `uploadDocument` (lib/documents/uploads.ts) do. */
export async function makeDocument(bytes: Uint8Array, fileName: string, storage: SeedStorage): Promise<StoredDocument> {
  const file = await storage.store(bytes, fileName, 'application/pdf');
  const page = await storage.withTemporaryFile(bytes, (path) => firstPageOf(path, 'operator'));
  if (!page) return { ...file, picture: null };
  const { width, height, contentType } = page;
  return { ...file, picture: { file: await storage.store(page.bytes, 'first-page.webp', contentType), width, height } };
}
