import { teamMember } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { opening, teamOpeningFilter } from '@/lib/openings/schemas';
import { listRecordOpenings } from '@/lib/openings/team-queries';

export const GET = defineReadRoute({
  summary:
    'Who of a client opened or downloaded a document, a photo or an invoice, and when. Staff see none of invoices.',
  guard: teamMember,
  input: teamOpeningFilter,
  output: listOf(opening.omit({ title: true })),
  run: listRecordOpenings,
});
