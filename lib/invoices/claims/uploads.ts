import type { ClientActor } from '@/lib/authz/actor';
import { claimPayment } from '@/lib/invoices/claims/commands';
import { getClaim } from '@/lib/invoices/claims/queries';
import type { Claim, ClaimPaymentInput } from '@/lib/invoices/claims/schemas';
import type { Keep } from '@/lib/storage/keep';
import type { SpooledFile } from '@/lib/storage/spool';
import { withoutMetadata } from '@/lib/storage/strip-metadata';

/** Claims that an invoice is paid, with a file that shows it, without the place and camera of a photo: all or nothing. */
export async function claimWithProof(
  sent: SpooledFile | null,
  input: ClaimPaymentInput,
  actor: ClientActor,
  keep: Keep<Claim>,
): Promise<Claim> {
  const files = sent ? [await withoutMetadata(sent, 'proof')] : [];
  return keep(files, async (db, [fileId]) => getClaim(db, await claimPayment(db, input, actor, fileId ?? null)));
}
