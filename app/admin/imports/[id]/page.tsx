import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import {
  checkImportAction,
  confirmImportAction,
  discardImportAction,
  undoImportAction,
} from '@/app/admin/imports/actions';
import { CheckResult, DiscardButton, ImportFaultAlert } from '@/components/imports/check-result';
import { ImportProgress } from '@/components/imports/import-progress';
import { ImportStatusBadge } from '@/components/imports/import-status-badge';
import { MappingForm } from '@/components/imports/mapping-form';
import { ProblemTable } from '@/components/imports/problem-table';
import { Written } from '@/components/imports/written';
import { RefreshOn } from '@/components/live/refresh-on';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { worded } from '@/lib/imports/problems/columns';
import { getImport, listProblems } from '@/lib/imports/queries';
import { isAtWork, mostShownProblems, stepBefore } from '@/lib/imports/rule';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/imports/[id]'>;

/** Cached per request by the id: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  const found = await readPage(me, async (db) => {
    const subject = await getImport(db, { id });
    const isWrong = subject.status === 'checked' && subject.counts.problems > 0;
    const problems = isWrong ? (await listProblems(db, { id }, { limit: mostShownProblems })).data : [];
    return { subject, problems };
  });
  return { me, ...found };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).subject.fileName };
}

export default async function ImportPage({ params }: Props) {
  const { me, subject, problems } = await load(await pageId(params));
  const { id, kind, fileName, columns, counts, isStuck } = subject;
  const status = isStuck ? (stepBefore[subject.status] ?? subject.status) : subject.status;
  const [t, locale] = await Promise.all([getTranslations('imports'), getLocale()]);
  const titles = Object.fromEntries(columns.flatMap(({ field, title }) => (field ? [[field, title]] : [])));
  const shown = problems.map((problem) => worded(problem, titles, supported(locale) ?? fallbackLocale));
  const isOpen = status === 'mapping' || status === 'checked';
  return (
    <>
      <PageHeader
        title={fileName}
        eyebrow={t(`kind.${kind}`)}
        trail={[{ href: paths.admin.imports.list, label: t('title') }]}
        badge={<ImportStatusBadge status={subject.status} />}
        actions={(isOpen || status === 'undone') && <DiscardButton id={id} action={discardImportAction} />}
      />
      <ImportFaultAlert fault={subject.fault} />
      {isAtWork(status) && <ImportProgress {...subject} />}
      {status === 'checked' && <CheckResult subject={subject} confirm={confirmImportAction} />}
      {shown.length > 0 && <ProblemTable id={id} problems={shown} count={counts.problems} />}
      {isOpen && <MappingForm subject={{ ...subject, status }} action={checkImportAction} />}
      {(status === 'done' || status === 'undone') && (
        <Written subject={{ ...subject, status }} timeZone={me.tenant.timeZone} undo={undoImportAction} />
      )}
      <RefreshOn records={[id]} />
    </>
  );
}
