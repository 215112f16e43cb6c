import { z } from 'zod';

/** The first thing that a proof of the trail found not to hold, as it is stored. */
export const auditFault = z.strictObject({
  kind: z.enum([
    ...(['changed', 'removed', 'added', 'link', 'rewritten', 'missing', 'shortened'] as const),
    ...(['archiveMissing', 'archiveChanged', 'archiveForeign', 'archiveLine'] as const),
  ]),
  entryId: z.string().nullable().describe('The line, where it is one.'),
  position: z.number().nullable().describe('The place in the chain, or the number of the archive.'),
  expected: z.number().nullable(),
  found: z.number().nullable(),
});

export type AuditFault = z.output<typeof auditFault>;

/** What the last proof of a trail found, and when it held last. */
export type AuditCheck = { checkedAt: Date; heldAt: Date | null; fault: AuditFault | null };
