import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TemplateTable } from '@/components/projects/template-table';
import { RecordList } from '@/components/ui/record-list';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { listOwnTemplates } from '@/lib/projects/templates/queries';
import { phaseTemplateFilter } from '@/lib/projects/templates/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') };
}

export default async function PhaseTemplatesPage({ searchParams }: PageProps<'/admin/phase-templates'>) {
  const me = await forPage(adminUser);
  const page = await pageFilter(phaseTemplateFilter, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listOwnTemplates(db, page));
  const [t, projects] = await Promise.all([getTranslations('templates'), getTranslations('projects.list')]);
  const { list, new: create } = paths.admin.phaseTemplates;
  return (
    <RecordList
      title={t('title')}
      trail={[{ href: paths.admin.projects.list, label: projects('title') }]}
      create={{ href: create, label: t('new') }}
      empty={{ title: t('empty.title'), text: t('empty.text') }}
      list={{ address: list, cursor: page.cursor, nextCursor, isEmpty: data.length === 0 }}
    >
      <TemplateTable templates={data} />
    </RecordList>
  );
}
