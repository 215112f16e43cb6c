import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { startImportInput } from '@/lib/imports/schemas';
import { separatorOf, templateCsv } from '@/lib/imports/templates/columns';

export const GET = defineCsvRoute({
  summary: 'A CSV file with every column that an import of this kind can fill, and an example row.',
  guard: adminUser,
  input: startImportInput,
  exports: null,
  fileName: ({ kind }) => kind,
  separator: separatorOf,
  columns: (locale, _actor, { kind }) => templateCsv(kind, locale),
  list: async () => ({ data: [{}], nextCursor: null }),
});
