import { adminUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import { worded } from '@/lib/imports/problems/columns';
import { listProblems, titlesOf } from '@/lib/imports/queries';
import { importProblem, problemFilter } from '@/lib/imports/schemas';

export const GET = defineReadRoute({
  summary: 'What the last check of an import found wrong, row by row.',
  guard: adminUser,
  input: problemFilter,
  output: listOf(importProblem),
  run: async (db, { id, ...page }, actor) => {
    const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
    const titles = await titlesOf(db, { id });
    const { data, nextCursor } = await listProblems(db, { id }, page);
    return { data: data.map((problem) => worded(problem, titles, locale)), nextCursor };
  },
});
