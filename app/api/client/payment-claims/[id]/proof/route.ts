import { clientUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { getProof } from '@/lib/invoices/claims/files';
import { claimId } from '@/lib/invoices/claims/schemas';

export const GET = defineFileRoute({
  summary: 'The file that shows a claimed payment.',
  guard: clientUser,
  input: claimId,
  disposition: 'attachment',
  find: getProof,
});
