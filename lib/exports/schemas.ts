import { z } from 'zod';
import { exportReasons, exportStates } from '@/lib/exports/rule';
import { recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

/** An archive of everything that a person of a client may see. */
export const clientExport = z.object({
  id: z.uuid(),
  state: z.enum(exportStates),
  reason: z.enum(exportReasons).nullable().describe('Why there is no file.'),
  doneFiles: z.number().int().describe('The files that are in it so far.'),
  totalFiles: z.number().int().describe('The files that there were when it began; 0 before.'),
  fileName: z.string().nullable(),
  byteSize: z.number().int().nullable(),
  sha256: z.string().nullable().describe('The SHA-256 of the file, in hexadecimal.'),
  createdAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable().describe('Until when it can be downloaded.'),
});

/** An archive as admins see it. */
export const teamExport = clientExport.extend({
  clientId: z.uuid().nullable().describe('Null for an archive of the whole business, like the person.'),
  userId: z.uuid().nullable().describe('The person with whose eyes it is made.'),
  userName: z.string().nullable(),
  askedById: z.uuid(),
  askedByName: z.string(),
  downloadedAt: z.iso.datetime().nullable().describe('The last download.'),
});

/** The latest first. */
export const exportOrder = listOrder('ClientExport', 'client-exports', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const exportFilter = pageQuery(exportOrder);
/** `id` is the client's. */
export const clientExportFilter = exportFilter.extend({ id: recordId() });

export const exportId = z.strictObject({ id: recordId() });

export const requestExportInput = z.strictObject({});
/** `id` is the client's. */
export const requestHandoverInput = z.strictObject({
  id: recordId(),
  userId: recordId('unknownPerson').describe('The person of the client with whose eyes it is made.'),
});

export type ClientExport = z.output<typeof clientExport>;
export type TeamExport = z.output<typeof teamExport>;
export type ExportFilter = z.output<typeof exportFilter>;
export type ClientExportFilter = z.output<typeof clientExportFilter>;
export type RequestHandoverInput = z.output<typeof requestHandoverInput>;
