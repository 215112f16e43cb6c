import { adminUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listArchives } from '@/lib/trail-archives/queries';
import { archiveFilter, trailArchive } from '@/lib/trail-archives/schemas';

export const GET = defineReadRoute({
  summary: 'The sealed archives of the audit trail, the latest first.',
  guard: adminUser,
  input: archiveFilter,
  output: listOf(trailArchive),
  run: listArchives,
});
