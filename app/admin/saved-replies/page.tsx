import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { List, ListRow } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { excerptOf } from '@/lib/markdown';
import { paths, withQuery } from '@/lib/paths';
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
  const add = (
    <LinkButton href={create} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.admin.support, label: inbox('title') }]}
        actions={add}
      />
      {data.length > 0 ? (
        <List label={t('title')} className="max-w-page">
          {data.map(({ id, name, body }) => (
            <ListRow key={id} href={edit(id)} title={name} detail={excerptOf(body, 140)} />
          ))}
        </List>
      ) : (
        <EmptyState title={t('empty')} action={add}>
          {t('emptyText')}
        </EmptyState>
      )}
      <Pagination
        firstHref={page.cursor ? list : null}
        nextHref={nextCursor ? withQuery(list, { cursor: nextCursor }) : null}
      />
    </>
  );
}
