import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Author, type ProjectParent, under } from '@/tests/support/factories/identity';
import { insertRow, mark, type Wishes } from '@/tests/support/factories/rows';

// Factories of documents and photos, with the rows of their files.

type Kept = { tenantId: string };
type DocumentParent = { tenantId: string; clientId: string; id: string };

/** The row of a stored file; its bytes do not exist. */
export const createStoredFile = (owner: pg.Client, { tenantId }: Kept, wishes: Wishes<'stored_files'> = {}) =>
  insertRow(owner, 'stored_files', {
    tenantId,
    storageKey: randomBytes(16).toString('hex'),
    fileName: 'plan.pdf',
    contentType: 'application/pdf',
    byteSize: 1200n,
    sha256: Uint8Array.from(createHash('sha256').update('').digest()),
    status: 'stored',
    ...wishes,
  });

export const createDocumentType = (owner: pg.Client, tenant: { id: string }, wishes: Wishes<'document_types'> = {}) =>
  insertRow(owner, 'document_types', { tenantId: tenant.id, name: `Drawing ${mark()}`, ...wishes });

/** A list of two phases. */
export const createPhaseTemplate = (owner: pg.Client, tenant: { id: string }, wishes: Wishes<'phase_templates'> = {}) =>
  insertRow(owner, 'phase_templates', {
    tenantId: tenant.id,
    name: `Extension ${mark()}`,
    phases: [
      { name: 'Walls', weight: 2, days: 20 },
      { name: 'Roof', weight: 1, days: null },
    ],
    ...wishes,
  });

/** A document without a version. */
export const createDocument = (
  owner: pg.Client,
  project: ProjectParent,
  type: { id: string },
  wishes: Wishes<'documents'> = {},
) => insertRow(owner, 'documents', { ...under(project), documentTypeId: type.id, title: 'Floor plan', ...wishes });

/** A version with its file. */
export async function createDocumentVersion(
  owner: pg.Client,
  { tenantId, clientId, id: documentId }: DocumentParent,
  { id: uploadedById, name: uploadedByName }: Author,
  wishes: Wishes<'document_versions'> = {},
) {
  const fileId = wishes.fileId ?? (await createStoredFile(owner, { tenantId })).id;
  const by = { uploadedById, uploadedByName };
  return insertRow(owner, 'document_versions', { tenantId, clientId, documentId, number: 1, fileId, ...by, ...wishes });
}

/** The picture of a version's first page, with its file. */
export async function createDocumentPicture(
  owner: pg.Client,
  { tenantId, clientId, documentId, id: versionId }: DocumentParent & { documentId: string },
) {
  const file = await createStoredFile(owner, { tenantId }, { fileName: 'first-page.webp', contentType: 'image/webp' });
  const place = { tenantId, clientId, documentId, versionId };
  return insertRow(owner, 'document_pictures', { ...place, fileId: file.id, width: 1131, height: 1600 });
}

/** Makes this version the document's published version, which is visible to clients. */
export async function publishVersion(
  owner: pg.Client,
  version: { documentId: string; id: string },
  status = 'published',
) {
  await owner.query('update documents set published_version_id = $1, published_at = now(), status = $2 where id = $3', [
    version.id,
    status,
    version.documentId,
  ]);
}

/** A photo with one rendition and its file. */
export async function createPhoto(
  owner: pg.Client,
  project: ProjectParent,
  uploadedBy: { id: string },
  wishes: Wishes<'photos'> = {},
) {
  const size = { width: 1200, height: 800 };
  const looks = { ...size, placeholder: '#cccccc', uploadedById: uploadedBy.id };
  const item = await insertRow(owner, 'photos', { ...under(project), ...looks, ...wishes });
  const { tenantId, clientId, id: photoId } = item;
  const file = await createStoredFile(owner, item, { fileName: 'photo.jpg', contentType: 'image/jpeg' });
  const parent = { tenantId, clientId, photoId };
  await insertRow(owner, 'photo_variants', { ...parent, variant: 'large', fileId: file.id, ...size });
  return item;
}
