import { adminUser } from '@/lib/authz/guards';
import { defineCsvRoute } from '@/lib/doors/csv-route';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import { problemsCsv, worded } from '@/lib/imports/problems/columns';
import { listProblems, titlesOf } from '@/lib/imports/queries';
import { importId } from '@/lib/imports/schemas';
import { separatorOf } from '@/lib/imports/templates/columns';

export const GET = defineCsvRoute({
  summary: 'What the last check of an import found wrong, all of it as CSV.',
  guard: adminUser,
  input: importId,
  exports: 'import_problems',
  fileName: () => 'import-problems',
  separator: separatorOf,
  columns: problemsCsv,
  list: async (db, query, { id }, actor) => {
    const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
    const titles = await titlesOf(db, { id });
    const { data, nextCursor } = await listProblems(db, { id }, query);
    return { data: data.map((problem) => worded(problem, titles, locale)), nextCursor };
  },
});
