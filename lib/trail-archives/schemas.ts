import { z } from 'zod';
import { isInstantInBounds } from '@/lib/date-bounds';
import { recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

/** The name and version of the format, which docs/security.md describes. */
export const format = 'oriel-audit-archive/1';

const hex = z.string().regex(/^([0-9a-f]{2})*$/);
/** The first line: whose archive it is, and where the chain stood before. */
export const headShape = z.strictObject({
  format: z.literal(format),
  tenant: z.uuid(),
  number: z.int(),
  beforeHash: hex,
});
/** A link of the chain; its lines follow. */
export const linkShape = z.strictObject({
  link: z.strictObject({ position: z.int(), hash: hex, digests: hex, entryIds: z.array(z.uuid()) }),
});
const text = z.string().nullable();
/** A line of the trail. */
export const entryShape = z.strictObject({
  entry: z.strictObject({
    ...{ id: z.uuid(), tenantId: text, actorId: text, actorName: text, actorType: text, action: z.string() },
    ...{ recordType: text, recordId: text, detail: z.string(), via: text, ip: text, userAgent: text },
    createdAt: z.iso.datetime(),
  }),
});
const sealedInstant = z.iso.datetime().refine((text) => isInstantInBounds(new Date(text)));
/** What the seal signs. */
export const manifestShape = z.strictObject({
  ...{ format: z.literal(format), tenant: z.uuid(), number: z.int(), firstPosition: z.int(), lastPosition: z.int() },
  ...{ beforeHash: hex, lastHash: hex, lines: z.int(), firstAt: sealedInstant, lastAt: sealedInstant },
  sha256: hex.describe('Of all bytes before the last line of the file.'),
});
/** The last line. The manifest is a text, so that its bytes are those that were signed. */
export const sealShape = z.strictObject({ manifest: z.string(), signature: z.string(), publicKey: z.string() });

export type Manifest = z.output<typeof manifestShape>;

/** A sealed archive of the business's audit trail. */
export const trailArchive = z.object({
  id: z.uuid(),
  number: z.int(),
  lineCount: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  byteSize: z.int(),
  sha256: z.string().describe('Of the whole file, in hexadecimal.'),
  publicKey: z.string().describe('Ed25519, as SubjectPublicKeyInfo in base64.'),
  sealedAt: z.iso.datetime(),
});

/** The latest first. */
export const archiveOrder = listOrder('AuditArchive', 'audit-archives', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const archiveFilter = pageQuery(archiveOrder);
export const archiveId = z.strictObject({ id: recordId() });

/** The years for which lines are kept. */
export const retentionYears = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const retention = z.strictObject({
  auditRetentionYears: z.int().min(1).max(10).nullable().describe('Null keeps every line for ever.'),
});

export type TrailArchive = z.output<typeof trailArchive>;
export type ArchiveFilter = z.output<typeof archiveFilter>;
export type Retention = z.output<typeof retention>;
