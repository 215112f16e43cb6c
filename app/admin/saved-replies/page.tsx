import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { List, ListRow } from '@/components/ui/list';
import { RecordList } from '@/components/ui/record-list';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { excerptOf } from '@/lib/markdown';
import { paths } from '@/lib/paths';
import { savedReplyFilter } from '@/lib/support/saved-replies/schemas';
import { listSavedReplies } from '@/lib/support/saved-replies/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.replies'))('title') };
}

export default async function SavedRepliesPage({ searchParams }: PageProps<'/admin/saved-replies'>) {
  const me = await forPage(teamMember);
  const page = await pageFilter(savedReplyFilter, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listSavedReplies(db, page));
  const [t, inbox] = await Promise.all([getTranslations('support.replies'), getTranslations('support.inbox')]);
  const { list, new: create, edit } = paths.admin.savedReplies;
  return (
    <RecordList
      title={t('title')}
      lead={t('lead')}
      trail={[{ href: paths.admin.support, label: inbox('title') }]}
      create={{ href: create, label: t('new') }}
      empty={{ title: t('empty'), text: t('emptyText') }}
      list={{ address: list, cursor: page.cursor, nextCursor, isEmpty: data.length === 0 }}
    >
      <List label={t('title')} className="max-w-page">
        {data.map(({ id, name, body }) => (
          <ListRow key={id} href={edit(id)} title={name} detail={excerptOf(body, 140)} />
        ))}
      </List>
    </RecordList>
  );
}
