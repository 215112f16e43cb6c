import type { TeamActor } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { ClientDocument, TeamDocument } from '@/lib/documents/schemas';
import { allowedSteps } from '@/lib/documents/transitions/rule';

// Columns that the queries select, and the answers made of their rows. All of `clientColumns` are granted to clients.

const fileColumns = { fileName: true, contentType: true, byteSize: true } satisfies Prisma.StoredFileSelect;

const placeColumns = {
  id: true,
  title: true,
  projectId: true,
  documentTypeId: true,
  publishedAt: true,
} satisfies Prisma.DocumentSelect;

export const clientColumns = {
  ...placeColumns,
  project: { select: { name: true } },
  documentType: { select: { name: true } },
  publishedVersion: { select: { number: true, file: { select: fileColumns } } },
} satisfies Prisma.DocumentSelect;

const versionColumns = {
  id: true,
  number: true,
  uploadedById: true,
  uploadedByName: true,
  createdAt: true,
  file: { select: fileColumns },
} satisfies Prisma.DocumentVersionSelect;

export const versionDetailColumns = {
  ...versionColumns,
  picture: { select: { width: true, height: true } },
} satisfies Prisma.DocumentVersionSelect;

export const teamColumns = {
  ...placeColumns,
  status: true,
  clientId: true,
  createdAt: true,
  updatedAt: true,
  project: { select: { name: true, client: { select: { name: true } } } },
  documentType: { select: { name: true, requiresApproval: true, forbidsOwnApproval: true } },
  publishedVersion: { select: { number: true } },
  versions: { select: versionColumns, orderBy: { number: 'desc' }, take: 1 },
} satisfies Prisma.DocumentSelect;

type FileRow = Prisma.StoredFileGetPayload<{ select: typeof fileColumns }>;
type ClientRow = Prisma.DocumentGetPayload<{ select: typeof clientColumns }>;
type TeamRow = Prisma.DocumentGetPayload<{ select: typeof teamColumns }>;

/** Converts the size to a number: files are far smaller than 2^53 bytes. */
export function toFile({ byteSize, ...file }: FileRow) {
  return { ...file, byteSize: Number(byteSize) };
}

export function toClientDocument(row: ClientRow): ClientDocument {
  const { id, title, projectId, project, documentTypeId, documentType, publishedVersion, publishedAt } = row;
  if (!publishedVersion || !publishedAt) throw new Error(`A client was shown document ${id}, which is not published`);
  return {
    ...{ id, title, projectId, documentTypeId, status: 'published' },
    projectName: project.name,
    documentTypeName: documentType.name,
    version: publishedVersion.number,
    ...toFile(publishedVersion.file),
    publishedAt: publishedAt.toISOString(),
  };
}

/** The answer to the team; `allowed` depends on the actor. */
export function toTeamDocument(row: TeamRow, actor: TeamActor): TeamDocument {
  const { id, title, projectId, documentTypeId, clientId, status, project, documentType, publishedVersion } = row;
  const newest = row.versions[0];
  if (!newest) throw new Error(`Document ${id} has no version`);
  const taker = { userType: actor.userType, isUploader: newest.uploadedById === actor.userId };
  return {
    ...{ id, title, projectId, documentTypeId, clientId, status },
    projectName: project.name,
    clientName: project.client.name,
    documentTypeName: documentType.name,
    requiresApproval: documentType.requiresApproval,
    allowed: allowedSteps(status, documentType, taker),
    version: newest.number,
    ...toFile(newest.file),
    uploadedByName: newest.uploadedByName,
    uploadedAt: newest.createdAt.toISOString(),
    publishedVersion: publishedVersion?.number ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
