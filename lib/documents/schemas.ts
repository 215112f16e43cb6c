import { z } from 'zod';
import { documentStatuses, documentStepNames } from '@/lib/documents/transitions/rule';
import { line, text, wholeNumber } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { skipDuplicate } from '@/lib/sent-file';

export const documentStatus = z.enum(documentStatuses);

/** The file of a version. */
const fileFields = {
  fileName: z.string(),
  contentType: z.string(),
  byteSize: z.number().int(),
};

const placeFields = {
  id: z.uuid(),
  title: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  documentTypeId: z.uuid(),
  documentTypeName: z.string(),
};

/** A document as clients see it: the published version, and nothing of other versions. */
export const clientDocument = z.object({
  ...placeFields,
  status: z.literal('published'),
  version: z.number().int().describe('The number of the published version.'),
  ...fileFields,
  publishedAt: z.iso.datetime(),
});

const picture = z
  .object({ width: z.number().int(), height: z.number().int() })
  .nullable()
  .describe('The size in pixels of the picture of the first page; null where there is none.');

/** A published document with the picture of its first page. */
export const clientDocumentDetail = clientDocument.extend({ picture });

/** A document as the team sees it; the file is that of the newest version. */
export const teamDocument = z.object({
  ...placeFields,
  clientId: z.uuid(),
  clientName: z.string(),
  requiresApproval: z.boolean(),
  status: documentStatus.describe('The state of the newest version.'),
  allowed: z.array(documentStatus).describe('The states to which you may move it now.'),
  version: z.number().int().describe('The number of the newest version.'),
  ...fileFields,
  uploadedByName: z.string(),
  uploadedAt: z.iso.datetime(),
  publishedVersion: z.number().int().nullable().describe('The number of the version that clients see.'),
  publishedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

const version = z.object({
  id: z.uuid(),
  number: z.number().int(),
  ...fileFields,
  picture,
  uploadedByName: z.string(),
  createdAt: z.iso.datetime(),
});

const transition = z.object({
  id: z.uuid(),
  from: documentStatus,
  to: documentStatus,
  reason: z.string().nullable(),
  actorName: z.string(),
  createdAt: z.iso.datetime(),
});

const reading = z.object({
  userId: z.uuid(),
  userName: z.string(),
  version: z.number().int(),
  count: z.number().int(),
  lastAt: z.iso.datetime(),
});

/** One document with its versions, steps and downloads. */
export const teamDocumentDetail = teamDocument.extend({
  versions: z.array(version).describe('The newest first.'),
  transitions: z.array(transition).describe('The newest first.'),
  downloads: z.array(reading).describe('Downloads per person of the client and version.'),
});

const narrowing = {
  projectId: z.uuid().optional(),
  type: z.uuid().optional().describe('The id of a document type.'),
  search: z.string().trim().max(200).optional().describe('A part of the title or of the file’s name.'),
};

/** By date of publication, the latest first; the list has published documents only. */
export const clientDocumentOrder = listOrder('Document', 'published-documents', [
  { column: 'publishedAt', kind: 'instant', direction: 'desc', nulls: 'never' },
  { column: 'id', kind: 'id' },
]);

/** By the time of the last change, the latest first. */
export const teamDocumentOrder = listOrder('Document', 'documents', [
  { column: 'updatedAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const clientDocumentFilter = pageQuery(clientDocumentOrder).extend(narrowing);
export const teamDocumentFilter = pageQuery(teamDocumentOrder).extend({
  ...narrowing,
  status: documentStatus.optional(),
});

export const documentId = z.strictObject({ id: z.uuid() });
export const documentVersionId = documentId.extend({
  version: wholeNumber({ minimum: 1, maximum: 1_000_000 }).optional(),
});

const removeMetadata = z
  .stringbool()
  .default(true)
  .describe('Whether a picture loses where and with what it was taken; otherwise it is kept byte for byte.');

/** The fields sent with a new version. */
export const addVersionInput = documentId.extend({ removeMetadata });

/** The fields sent with the file. An absent title is made from the file's name. */
export const createDocumentInput = z.strictObject({
  projectId: z.uuid('unknownProject'),
  documentTypeId: z.uuid('unknownDocumentType'),
  title: line().nullish(),
  removeMetadata,
  skipDuplicate,
});

/** An absent field keeps its value. */
export const changeDocumentInput = z.strictObject({
  id: z.uuid(),
  title: line().optional(),
  documentTypeId: z.uuid('unknownDocumentType').optional(),
});

const why = text(1000).nullish().describe('The reason, for the history.');

export const moveDocumentInput = z.strictObject({
  id: z.uuid(),
  to: documentStatus,
  reason: why,
  from: documentStatus.nullish().describe('The state that you saw; any other state is a 409.'),
  version: z.number().int().min(1).nullish().describe('The newest version that you saw; a newer one is a 409.'),
});

/** A document with the version that the page showed: `id:version`, the value of a checkbox on the board. */
const lookedAt = z
  .string()
  .regex(/^[0-9a-f-]{36}:[1-9]\d{0,8}$/)
  .transform((value) => ({ id: value.slice(0, 36), version: Number(value.slice(37)) }))
  .pipe(z.object({ id: z.uuid(), version: z.number() }));

export const moveDocumentsInput = z.strictObject({
  documents: z.array(lookedAt).min(1, 'chooseSome').max(200),
  step: z.enum(documentStepNames),
  reason: why,
});

export type ClientDocument = z.output<typeof clientDocument>;
export type ClientDocumentDetail = z.output<typeof clientDocumentDetail>;
export type TeamDocument = z.output<typeof teamDocument>;
export type TeamDocumentDetail = z.output<typeof teamDocumentDetail>;
export type ClientDocumentFilter = z.output<typeof clientDocumentFilter>;
export type TeamDocumentFilter = z.output<typeof teamDocumentFilter>;
export type CreateDocumentInput = z.output<typeof createDocumentInput>;
export type AddVersionInput = z.output<typeof addVersionInput>;
export type ChangeDocumentInput = z.output<typeof changeDocumentInput>;
export type MoveDocumentInput = z.output<typeof moveDocumentInput>;
export type MoveDocumentsInput = z.output<typeof moveDocumentsInput>;

/** The documents of one state. `count` is of all that match; `documents` holds those changed last. */
export type BoardColumn = { status: TeamDocument['status']; count: number; documents: TeamDocument[] };
