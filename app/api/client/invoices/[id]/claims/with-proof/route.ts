import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { type Claim, claim, claimPaymentInput } from '@/lib/invoices/claims/schemas';
import { claimWithProof } from '@/lib/invoices/claims/uploads';
import { paths } from '@/lib/paths';

export const POST = defineUploadRoute({
  summary:
    'Says that an invoice is paid, with a PDF or picture that shows it. No figure changes until the business confirms it.',
  guard: clientUser,
  kind: 'proof',
  fileField: 'proof',
  input: claimPaymentInput,
  output: recordOf(claim),
  run: ([file], input, actor, keep) => claimWithProof(file, input, actor, keep),
  runWithout: (input, actor, keep) => claimWithProof(null, input, actor, keep),
  answer: (made: Claim) => ({ data: made }),
  redirectTo: (_answer, { id }) => paths.client.invoice(id),
});
