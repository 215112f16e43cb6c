import { createHash } from 'node:crypto';
import { canonicalForm } from '@/lib/canonical-form';

/** A line with every column that its digest covers; JSON as PostgreSQL prints it. */
export type ChainedLine = {
  id: string;
  tenantId: string | null;
  actorId: string | null;
  actorName: string | null;
  actorType: string | null;
  action: string;
  recordType: string | null;
  recordId: string | null;
  detail: string;
  via: string | null;
  ip: string | null;
  userAgent: string | null;
  createdAt: Date;
};

/** A link: the lines of one statement in the order of their ids, with the digest of each. */
export type Link = { position: number; entryIds: string[]; digests: Uint8Array; hash: Uint8Array };

/** Where the proof of a trail has come to, and where an earlier one ended. */
export type Place = { position: number; hash: Uint8Array };

export const start: Place = { position: 0, hash: new Uint8Array() };

/** The first thing that does not hold: of a line by its id, of a link by its position. */
export type Break =
  | { kind: 'changed' | 'removed' | 'added'; entryId: string }
  | { kind: 'link' | 'rewritten'; position: number }
  | { kind: 'missing' | 'shortened'; expected: number; found: number }
  // Of an archive (lib/trail-archives) by its number.
  | { kind: 'archiveMissing' | 'archiveChanged' | 'archiveForeign'; position: number }
  | { kind: 'archiveLine'; position: number; entryId: string };

const digestBytes = 32;

/** SHA-256 of the canonical form of a line, like audit_digest() in the database (docs/decisions/0086). */
export function digestOf(line: ChainedLine): Buffer {
  const form = canonicalForm([
    ...[line.id, line.tenantId, line.actorId, line.actorName, line.actorType, line.action],
    ...[line.recordType, line.recordId, line.detail, line.via, line.ip, line.userAgent],
    line.createdAt.toISOString(),
  ]);
  return createHash('sha256').update(form).digest();
}

/** Goes on by one link with its lines by id, or says what does not hold. `held` is where an earlier proof ended. */
export function step(
  before: Place,
  link: Link,
  lines: ReadonlyMap<string, ChainedLine>,
  held: Place | null,
): Place | Break {
  const { position, entryIds, digests, hash } = link;
  const expected = before.position + 1;
  if (position !== expected) return { kind: 'missing', expected, found: position };
  for (const [index, entryId] of entryIds.entries()) {
    const line = lines.get(entryId);
    if (!line) return { kind: 'removed', entryId };
    const known = digests.subarray(index * digestBytes, (index + 1) * digestBytes);
    if (!digestOf(line).equals(known)) return { kind: 'changed', entryId };
  }
  const chained = createHash('sha256').update(before.hash).update(digests).digest();
  if (!chained.equals(hash)) return { kind: 'link', position };
  if (held?.position === position && !chained.equals(held.hash)) return { kind: 'rewritten', position };
  return { position, hash };
}

export const isBreak = (outcome: Place | Break): outcome is Break => 'kind' in outcome;
