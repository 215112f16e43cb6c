import { z } from 'zod';
import { recordId } from '@/lib/fields';
import { erasureParts, fates } from '@/lib/users/erasure/rule';
import { userType } from '@/lib/users/schemas';

/** The address is typed as a confirmation: another one is refused. */
export const eraseUserInput = z.strictObject({
  id: recordId(),
  email: z.string().trim().max(320).describe('The e-mail address of the person, as a confirmation.'),
});

export const erasedPart = z.object({
  part: z.enum(erasureParts),
  table: z.string(),
  does: z.enum(fates).describe('kept: law or accountability ask for it (docs/security.md says why).'),
  count: z.number().int().describe('Rows.'),
});

/** The protocol of an erasure, which holds nothing of what was removed. */
export const erasure = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  userType,
  askedByName: z.string().describe('The admin who erased the person, as named then.'),
  erasedAt: z.iso.datetime(),
  parts: z.array(erasedPart),
});

export type EraseUserInput = z.output<typeof eraseUserInput>;
export type ErasedPart = z.output<typeof erasedPart>;
export type Erasure = z.output<typeof erasure>;
