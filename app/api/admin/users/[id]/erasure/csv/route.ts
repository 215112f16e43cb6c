import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { erasureCsv, linesOf } from '@/lib/users/erasure/columns';
import { getErasure } from '@/lib/users/erasure/queries';
import { userId } from '@/lib/users/schemas';

export const GET = defineCsvRoute({
  summary: 'The protocol of the erasure of a person as CSV.',
  guard: adminUser,
  input: userId,
  exports: 'erasures',
  fileName: () => 'erasure-protocol',
  columns: (locale) => erasureCsv(locale),
  list: async (db, _query, input) => ({ data: linesOf(await getErasure(db, input)), nextCursor: null }),
});
